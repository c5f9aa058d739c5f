package io.quarry.telemetry.evtx;

import java.util.List;

/** An element of a parsed fragment. Its arrays are not to be changed. */
final class XmlElement implements XmlNode {
    static final int NO_DEPENDENCY = 0xffff;

    private final String name;
    private final int dependency;
    private final Attribute[] attributes;
    private final XmlNode[] content;

    /** @param dependency index of a value without which the element is left out, or {@link #NO_DEPENDENCY} */
    XmlElement(String name, int dependency, Attribute[] attributes, XmlNode[] content) {
        this.name = name;
        this.dependency = dependency;
        this.attributes = attributes;
        this.content = content;
    }

    /** An attribute and the parts of its value. */
    record Attribute(String name, XmlNode[] content) {
        static final Attribute[] NONE = {};

        /** True if nothing is substituted in it; it is there then even when empty. */
        boolean isConstant() {
            for (XmlNode node : content) {
                if (!(node instanceof Literal)) {
                    return false;
                }
            }
            return true;
        }
    }

    /** The name without its namespace prefix. */
    String name() {
        return name;
    }

    Attribute[] attributes() {
        return attributes;
    }

    XmlNode[] content() {
        return content;
    }

    @Override
    public void elements(Values values, int depth, List<Occurrence> out) throws Malformed {
        XmlNode.requireDepth(depth);
        values.spend(1);
        if (isLeftOut(values)) {
            return;
        }
        if (content.length == 1 && content[0] instanceof Substitution only && values.isArray(only.index())) {
            for (String item : values.items(only.index())) {
                out.add(new Occurrence(this, values, depth, item));
            }
        } else {
            out.add(new Occurrence(this, values, depth, null));
        }
    }

    @Override
    public void text(Values values, int depth, StringBuilder out) {}

    private boolean isLeftOut(Values values) {
        if (dependency != NO_DEPENDENCY && values.isOfTypeNull(dependency)) {
            return true;
        }
        for (XmlNode node : content) {
            if (node instanceof Substitution part && part.isOptional() && values.isNull(part.index())) {
                return true;
            }
        }
        return false;
    }
}
