package io.quarry.telemetry.evtx;

import java.util.List;

/**
 * A part of a parsed fragment. Substitutions are resolved when it is rendered, against the values of the template instance
 * it stands in.
 */
sealed interface XmlNode permits XmlElement, XmlNode.Literal, XmlNode.Substitution, XmlNode.Instance {
    XmlNode[] NONE = {};

    /** How deep elements, instances and nested fragments may stand in each other. Real events stay below 20. */
    int MAX_DEPTH = 60;

    /** Adds the elements that this part stands for. */
    void elements(Values values, int depth, List<Occurrence> out) throws Malformed;

    /** Adds the character data that this part stands for; elements add none. */
    void text(Values values, int depth, StringBuilder out) throws Malformed;

    static void requireDepth(int depth) throws Malformed {
        if (depth > MAX_DEPTH) {
            throw new Malformed("elements and templates are nested more than " + MAX_DEPTH + " deep");
        }
    }

    /** Character data of the template itself. */
    record Literal(String value) implements XmlNode {
        @Override
        public void elements(Values values, int depth, List<Occurrence> out) {}

        @Override
        public void text(Values values, int depth, StringBuilder out) throws Malformed {
            values.spend(value.length());
            out.append(value);
        }
    }

    /**
     * The place of a value.
     *
     * @param isOptional whether the element around it is left out when the value is null
     */
    record Substitution(int index, boolean isOptional) implements XmlNode {
        @Override
        public void elements(Values values, int depth, List<Occurrence> out) throws Malformed {
            if (values.isFragment(index)) {
                for (XmlNode node : values.fragment(index, depth + 1)) {
                    node.elements(Values.NONE, depth + 1, out);
                }
            }
        }

        @Override
        public void text(Values values, int depth, StringBuilder out) throws Malformed {
            if (values.isFragment(index)) {
                for (XmlNode node : values.fragment(index, depth + 1)) {
                    node.text(Values.NONE, depth + 1, out);
                }
            } else {
                out.append(values.text(index));
            }
        }
    }

    /** A template with the values of one use of it. */
    record Instance(Template template, Values values) implements XmlNode {
        @Override
        public void elements(Values outer, int depth, List<Occurrence> out) throws Malformed {
            requireDepth(depth);
            for (XmlNode node : template.content()) {
                node.elements(values, depth + 1, out);
            }
        }

        @Override
        public void text(Values outer, int depth, StringBuilder out) throws Malformed {
            requireDepth(depth);
            for (XmlNode node : template.content()) {
                node.text(values, depth + 1, out);
            }
        }
    }
}
