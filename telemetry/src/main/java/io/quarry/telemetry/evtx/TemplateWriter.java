package io.quarry.telemetry.evtx;

import java.util.List;

/** Writes the tokens of a template's fragment. */
final class TemplateWriter {
    private static final int MORE = 0x40;

    private final ChunkWriter chunk;

    TemplateWriter(ChunkWriter chunk) {
        this.chunk = chunk;
    }

    /**
     * An attribute: a constant, or the place of a value.
     *
     * @param value the index of the value; -1 for a constant
     */
    record Attribute(String name, String constant, int value) {
        static Attribute constant(String name, String text) {
            return new Attribute(name, text, -1);
        }

        static Attribute value(String name, int index) {
            return new Attribute(name, "", index);
        }
    }

    /** What stands inside an element. */
    interface Body {
        void write() throws ChunkFull;
    }

    void fragment(Body body) throws ChunkFull {
        chunk.u32(0x0001010f);
        body.write();
        chunk.u8(0x00);
    }

    void emptyElement(String name, List<Attribute> attributes) throws ChunkFull {
        int length = open(name, attributes);
        chunk.u8(0x03);
        close(length);
    }

    void element(String name, List<Attribute> attributes, Body body) throws ChunkFull {
        int length = open(name, attributes);
        chunk.u8(0x02);
        body.write();
        chunk.u8(0x04);
        close(length);
    }

    /** The place of a value that may be null; the element around it is left out then. */
    void optional(int index, ValueType expected) throws ChunkFull {
        substitution(0x0e, index, expected);
    }

    /** The place of a value. */
    void normal(int index, ValueType expected) throws ChunkFull {
        substitution(0x0d, index, expected);
    }

    private void substitution(int token, int index, ValueType expected) throws ChunkFull {
        chunk.u8(token);
        chunk.u16(index);
        chunk.u8(expected.code());
    }

    /** The position of the element's length. */
    private int open(String name, List<Attribute> attributes) throws ChunkFull {
        chunk.u8(attributes.isEmpty() ? 0x01 : 0x01 | MORE);
        chunk.u16(XmlElement.NO_DEPENDENCY);
        int length = chunk.position();
        chunk.u32(0);
        chunk.name(name);
        if (!attributes.isEmpty()) {
            int listLength = chunk.position();
            chunk.u32(0);
            for (int i = 0; i < attributes.size(); i++) {
                attribute(attributes.get(i), i + 1 < attributes.size() ? MORE : 0);
            }
            close(listLength);
        }
        return length;
    }

    private void attribute(Attribute attribute, int more) throws ChunkFull {
        chunk.u8(0x06 | more);
        chunk.name(attribute.name());
        if (attribute.value() >= 0) {
            optional(attribute.value(), ValueType.STRING);
        } else {
            chunk.u8(0x05);
            chunk.u8(ValueType.STRING.code());
            chunk.text(attribute.constant());
        }
    }

    /** Fills in a length that counts from behind itself. */
    private void close(int length) {
        chunk.patchU32(length, chunk.position() - length - 4);
    }
}
