package io.quarry.telemetry.evtx;

import io.quarry.telemetry.EventHeader;
import io.quarry.telemetry.windows.SystemTime;
import java.util.ArrayList;
import java.util.List;

/**
 * An element as it stands in one event: with its values, and for an array one occurrence per item.
 *
 * @param item the text of this item of an array; null where the element holds no array
 */
record Occurrence(XmlElement element, Values values, int depth, String item) {
    String name() {
        return element.name();
    }

    /** The elements inside, in order. */
    List<Occurrence> children() throws Malformed {
        if (item != null || !mayHaveChildren()) {
            return List.of();
        }
        List<Occurrence> children = new ArrayList<>();
        for (XmlNode node : element.content()) {
            node.elements(values, depth + 1, children);
        }
        return children;
    }

    /** The character data directly inside; empty if there is none. */
    String text() throws Malformed {
        return item != null ? item : text(element.content());
    }

    /** The value of the attribute of that name; null if it has none, or an empty one. */
    String attribute(String wanted) throws Malformed {
        XmlElement.Attribute attribute = find(wanted);
        String value = attribute == null ? "" : text(attribute.content());
        return value.isEmpty() ? null : value;
    }

    /** The attribute as ticks; {@link EventHeader#NO_TIME} if it is absent or no time. */
    long timeAttribute(String wanted) throws Malformed {
        XmlElement.Attribute attribute = find(wanted);
        if (attribute == null) {
            return EventHeader.NO_TIME;
        }
        if (attribute.content().length == 1
                && attribute.content()[0] instanceof XmlNode.Substitution only
                && values.type(only.index()) == ValueType.FILE_TIME) {
            return values.fileTime(only.index());
        }
        return SystemTime.parse(text(attribute.content()));
    }

    /** The attributes that the element carries: with a value, or written out empty. */
    List<XmlElement.Attribute> attributes() throws Malformed {
        List<XmlElement.Attribute> carried = new ArrayList<>(element.attributes().length);
        for (XmlElement.Attribute attribute : element.attributes()) {
            if (attribute.isConstant() || !text(attribute.content()).isEmpty()) {
                carried.add(attribute);
            }
        }
        return carried;
    }

    String text(XmlNode[] content) throws Malformed {
        if (content.length == 0) {
            return "";
        }
        if (content.length == 1) {
            if (content[0] instanceof XmlNode.Literal literal) {
                return literal.value();
            }
            if (content[0] instanceof XmlNode.Substitution only && !values.isFragment(only.index())) {
                return values.text(only.index());
            }
        }
        StringBuilder text = new StringBuilder();
        for (XmlNode node : content) {
            node.text(values, depth + 1, text);
        }
        return text.toString();
    }

    private boolean mayHaveChildren() {
        for (XmlNode node : element.content()) {
            boolean isText = node instanceof XmlNode.Literal
                    || node instanceof XmlNode.Substitution part && !values.isFragment(part.index());
            if (!isText) {
                return true;
            }
        }
        return false;
    }

    private XmlElement.Attribute find(String wanted) {
        for (XmlElement.Attribute attribute : element.attributes()) {
            if (attribute.name().equals(wanted)) {
                return attribute;
            }
        }
        return null;
    }
}
