package io.quarry.sigma.yaml;

import io.quarry.plan.Code;
import io.quarry.plan.Span;

/** Ends the reading of one document. */
final class YamlProblem extends RuntimeException {
    private final transient Code code;
    private final transient Span span;

    YamlProblem(Code code, Span span, String message) {
        super(message, null, false, false);
        this.code = code;
        this.span = span;
    }

    Code code() {
        return code;
    }

    Span span() {
        return span;
    }
}
