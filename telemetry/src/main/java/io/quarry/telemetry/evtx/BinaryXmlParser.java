package io.quarry.telemetry.evtx;

import java.util.ArrayList;
import java.util.List;

/**
 * Parses the tokens of a fragment ([MS-EVEN6] 2.2.12). Every step checks its position against the fragment's end and moves
 * on or fails, and nesting is bounded, so any bytes come to an end.
 */
final class BinaryXmlParser {
    private static final int END_OF_STREAM = 0x00;
    private static final int OPEN_START_ELEMENT = 0x01;
    private static final int CLOSE_START_ELEMENT = 0x02;
    private static final int CLOSE_EMPTY_ELEMENT = 0x03;
    private static final int END_ELEMENT = 0x04;
    private static final int VALUE = 0x05;
    private static final int ATTRIBUTE = 0x06;
    private static final int CDATA = 0x07;
    private static final int CHARACTER_REFERENCE = 0x08;
    private static final int ENTITY_REFERENCE = 0x09;
    private static final int INSTRUCTION_TARGET = 0x0a;
    private static final int INSTRUCTION_DATA = 0x0b;
    private static final int TEMPLATE_INSTANCE = 0x0c;
    private static final int NORMAL_SUBSTITUTION = 0x0d;
    private static final int OPTIONAL_SUBSTITUTION = 0x0e;
    private static final int FRAGMENT_HEADER = 0x0f;

    /** Set in an open start element that has attributes. */
    private static final int HAS_ATTRIBUTES = 0x40;

    private static final int TOKEN = 0x3f;
    private static final int MAX_VALUES = 4096;

    private final Chunk chunk;
    private final int end;
    private final boolean isTemplate;
    private int at;

    private BinaryXmlParser(Chunk chunk, int start, int end, boolean isTemplate) {
        this.chunk = chunk;
        this.at = start;
        this.end = end;
        this.isTemplate = isTemplate;
    }

    /** A parser of a template's fragment, where elements carry a dependency id. */
    static BinaryXmlParser inTemplate(Chunk chunk, int start, int end) {
        return new BinaryXmlParser(chunk, start, end, true);
    }

    /** A parser of a record or of a nested value, where elements carry none. */
    static BinaryXmlParser outsideTemplate(Chunk chunk, int start, int end) {
        return new BinaryXmlParser(chunk, start, end, false);
    }

    /** The parts up to the end of the fragment. */
    XmlNode[] fragment(int depth) throws Malformed {
        XmlNode.requireDepth(depth);
        List<XmlNode> parts = new ArrayList<>(2);
        while (at < end && token() != END_OF_STREAM) {
            chunk.spend(1);
            switch (token()) {
                case FRAGMENT_HEADER -> skip(4);
                case OPEN_START_ELEMENT -> parts.add(element(depth + 1));
                case TEMPLATE_INSTANCE -> parts.add(instance(depth + 1));
                case INSTRUCTION_TARGET, INSTRUCTION_DATA -> skipInstruction();
                default -> throw unexpected("in a fragment");
            }
        }
        return parts.toArray(XmlNode.NONE);
    }

    private XmlElement element(int depth) throws Malformed {
        XmlNode.requireDepth(depth);
        boolean hasAttributes = (chunk.u8(at) & HAS_ATTRIBUTES) != 0;
        boolean hasDependency = hasDependency();
        int dependency = hasDependency ? chunk.u16(at + 1) : XmlElement.NO_DEPENDENCY;
        skip(hasDependency ? 7 : 5);
        String name = localName(name());
        XmlElement.Attribute[] attributes = hasAttributes ? attributes() : XmlElement.Attribute.NONE;
        return switch (token()) {
            case CLOSE_EMPTY_ELEMENT -> {
                skip(1);
                yield new XmlElement(name, dependency, attributes, XmlNode.NONE);
            }
            case CLOSE_START_ELEMENT -> {
                skip(1);
                yield new XmlElement(name, dependency, attributes, content(depth));
            }
            default -> throw unexpected("in the start tag of " + name);
        };
    }

    /**
     * Whether a dependency id follows the token. Writers do not all keep to the rule, so the place where a sound name
     * stands decides.
     */
    private boolean hasDependency() throws Malformed {
        boolean with = at + 11 <= end && chunk.isName(chunk.i32(at + 7));
        boolean without = at + 9 <= end && chunk.isName(chunk.i32(at + 5));
        if (!with && !without) {
            throw new Malformed("the element at " + at + " of the chunk has no name");
        }
        return isTemplate ? with : !without;
    }

    private XmlElement.Attribute[] attributes() throws Malformed {
        skip(4);
        List<XmlElement.Attribute> attributes = new ArrayList<>();
        while (token() == ATTRIBUTE) {
            chunk.spend(1);
            skip(1);
            String name = name();
            List<XmlNode> value = new ArrayList<>(1);
            while (isCharacterData(token())) {
                chunk.spend(1);
                characterData(value);
            }
            attributes.add(new XmlElement.Attribute(name, value.toArray(XmlNode.NONE)));
        }
        return attributes.toArray(XmlElement.Attribute.NONE);
    }

    private XmlNode[] content(int depth) throws Malformed {
        List<XmlNode> parts = new ArrayList<>(2);
        while (token() != END_ELEMENT) {
            chunk.spend(1);
            switch (token()) {
                case OPEN_START_ELEMENT -> parts.add(element(depth + 1));
                case TEMPLATE_INSTANCE -> parts.add(instance(depth + 1));
                case FRAGMENT_HEADER -> skip(4);
                default -> {
                    if (!isCharacterData(token())) {
                        throw unexpected("in an element");
                    }
                    characterData(parts);
                }
            }
        }
        skip(1);
        return parts.toArray(XmlNode.NONE);
    }

    private static boolean isCharacterData(int token) {
        return token == VALUE
                || token == CDATA
                || token == CHARACTER_REFERENCE
                || token == ENTITY_REFERENCE
                || token == NORMAL_SUBSTITUTION
                || token == OPTIONAL_SUBSTITUTION
                || token == INSTRUCTION_TARGET
                || token == INSTRUCTION_DATA;
    }

    private void characterData(List<XmlNode> parts) throws Malformed {
        switch (token()) {
            case VALUE -> {
                skip(2);
                parts.add(literal());
            }
            case CDATA -> {
                skip(1);
                parts.add(literal());
            }
            case CHARACTER_REFERENCE -> {
                parts.add(new XmlNode.Literal(Text.utf16(chunk.bytes(), at + 1, unitsAt(at + 1, 1))));
                skip(3);
            }
            case ENTITY_REFERENCE -> {
                skip(1);
                parts.add(new XmlNode.Literal(entity(name())));
            }
            case NORMAL_SUBSTITUTION, OPTIONAL_SUBSTITUTION -> {
                parts.add(new XmlNode.Substitution(chunk.u16(at + 1), token() == OPTIONAL_SUBSTITUTION));
                skip(4);
            }
            default -> skipInstruction();
        }
    }

    /** A count of characters and the characters. */
    private XmlNode.Literal literal() throws Malformed {
        int count = chunk.u16(at);
        String text = Text.utf16(chunk.bytes(), at + 2, unitsAt(at + 2, count));
        chunk.spend(count);
        skip(2 + 2 * count);
        return new XmlNode.Literal(text);
    }

    private int unitsAt(int position, int count) throws Malformed {
        chunk.require(position, 2 * count);
        return count;
    }

    private static String entity(String name) {
        return switch (name) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            case "apos" -> "'";
            default -> "&" + name + ";";
        };
    }

    private void skipInstruction() throws Malformed {
        if (token() == INSTRUCTION_TARGET) {
            skip(1);
            name();
        } else {
            skip(3 + 2 * chunk.u16(at + 1));
        }
    }

    private XmlNode.Instance instance(int depth) throws Malformed {
        int definition = chunk.i32(at + 6);
        skip(10);
        Template template = chunk.template(definition, depth);
        if (definition == at) {
            skip(template.end() - at);
        }
        int count = chunk.i32(at);
        skip(4);
        if (count < 0 || count > MAX_VALUES) {
            throw new Malformed(
                    (count & 0xffffffffL) + " values in a template instance, expected at most " + MAX_VALUES);
        }
        chunk.spend(count + 1);
        int[] positions = new int[count + 1];
        byte[] codes = new byte[count];
        int position = at + 4 * count;
        for (int i = 0; i < count; i++) {
            positions[i] = position;
            codes[i] = (byte) chunk.u8(at + 4 * i + 2);
            position += chunk.u16(at + 4 * i);
        }
        positions[count] = position;
        skip(position - at);
        return new XmlNode.Instance(template, new Values(chunk, positions, codes));
    }

    private String name() throws Malformed {
        int entry = chunk.i32(at);
        String name = chunk.name(entry);
        skip(4);
        if (entry == at) {
            skip(chunk.nameSize(entry));
        }
        return name;
    }

    private static String localName(String name) {
        return name.substring(name.lastIndexOf(':') + 1);
    }

    private int token() throws Malformed {
        if (at >= end) {
            throw new Malformed("the fragment ends at " + end + " of the chunk, in the middle of an element");
        }
        return chunk.u8(at) & TOKEN;
    }

    private void skip(int count) throws Malformed {
        if (count < 0 || at > end - count) {
            throw new Malformed(
                    "needs " + count + " bytes at " + at + " of the chunk, but the fragment ends at " + end);
        }
        at += count;
    }

    private Malformed unexpected(String where) throws Malformed {
        return new Malformed(String.format("unexpected token 0x%02x at %d of the chunk, %s", chunk.u8(at), at, where));
    }
}
