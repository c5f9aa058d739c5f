package io.quarry.processor;

import javax.lang.model.element.Element;

/** An annotated element cannot become a function; reported as a compile error at the element. */
final class BadSignature extends RuntimeException {
    private final transient Element element;

    BadSignature(Element element, String message) {
        super(message);
        this.element = element;
    }

    Element element() {
        return element;
    }
}
