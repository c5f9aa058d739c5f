package io.quarry.telemetry.evtx;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.telemetry.CollectedEvents;
import io.quarry.telemetry.evtx.TemplateWriter.Attribute;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Records written token by token, with what Windows writes and our own writer does not. */
final class BinaryXmlTest {
    private static final UUID TEMPLATE = new UUID(1, 2);

    /** A value of an instance. */
    private record Value(int code, byte[] bytes) {
        static Value hex(int code, String bytes) {
            return new Value(code, HexFormat.of().parseHex(bytes.replace(" ", "")));
        }

        static Value text(int code, String text) {
            return new Value(code, text.getBytes(StandardCharsets.UTF_16LE));
        }
    }

    /** What an event of one template says in {@code EventData}. */
    private interface Data {
        void write(ChunkWriter chunk, TemplateWriter xml) throws ChunkFull;
    }

    @Test
    void elementOfAnOptionalNullIsLeftOutAndOfAnEmptyStringIsThere() throws IOException {
        List<String> fields = fields(
                (chunk, xml) -> {
                    xml.element("A", List.of(), () -> xml.optional(0, ValueType.STRING));
                    xml.element("B", List.of(), () -> xml.optional(1, ValueType.STRING));
                    xml.element("C", List.of(), () -> xml.normal(0, ValueType.STRING));
                    xml.element("D", List.of(), () -> xml.optional(9, ValueType.STRING));
                },
                Value.hex(0, ""),
                Value.text(1, ""));
        assertThat(fields).containsExactly("B=", "C=");
    }

    @Test
    void valueShorterThanItsTypeIsNull() throws IOException {
        List<String> fields = fields(
                (chunk, xml) -> {
                    xml.element("A", List.of(), () -> xml.optional(0, ValueType.UINT32));
                    xml.element("B", List.of(), () -> xml.normal(1, ValueType.GUID));
                },
                Value.hex(0x08, "0102"),
                Value.hex(0x0f, "01"));
        assertThat(fields).containsExactly("B=");
    }

    @Test
    void arrayRepeatsTheElementWithItsAttributes() throws IOException {
        List<String> fields = fields(
                (chunk, xml) -> {
                    xml.element(
                            "Data", List.of(Attribute.constant("Name", "n")), () -> xml.normal(0, ValueType.STRING));
                    xml.element("Numbers", List.of(), () -> xml.normal(1, ValueType.UINT16));
                    xml.element("Sids", List.of(), () -> xml.normal(2, ValueType.SID));
                },
                Value.text(0x81, "a\0\0c"),
                Value.hex(0x86, "0100 0200"),
                Value.hex(0x93, "0101000000000005 12000000 0102000000000005 20000000 20020000"));
        assertThat(fields)
                .containsExactly("n=a", "n=", "n=c", "Numbers=1", "Numbers=2", "Sids=S-1-5-18", "Sids=S-1-5-32-544");
    }

    @Test
    void valuesHaveTheTextThatWindowsGivesThem() throws IOException {
        List<Value> values = List.of(
                Value.hex(0x02, "e9740000"),
                Value.hex(0x03, "ff"),
                Value.hex(0x04, "ff"),
                Value.hex(0x05, "feff"),
                Value.hex(0x07, "ffffffff"),
                Value.hex(0x08, "ffffffff"),
                Value.hex(0x09, "ffffffffffffffff"),
                Value.hex(0x0a, "ffffffffffffffff"),
                Value.hex(0x0c, "736891ed7cfea840"),
                Value.hex(0x0d, "00010000"),
                Value.hex(0x0e, "00ab"),
                Value.hex(0x10, "e7030000"),
                Value.hex(0x11, "0080 3ed5 deb1 9d01"),
                Value.hex(0x11, "ffffffffffffffff"),
                Value.hex(0x12, "e407 0a00 0500 1700 1500 3900 1d00 d900"),
                Value.hex(0x14, "e7030000"),
                Value.hex(0x15, "e703000000000000"),
                Value.hex(0x01, "3dd8 4100 ffff 0000"));
        List<String> fields = fields(
                (chunk, xml) -> {
                    for (int i = 0; i < values.size(); i++) {
                        int index = i;
                        xml.element("v" + i, List.of(), () -> xml.normal(index, ValueType.STRING));
                    }
                },
                values.toArray(Value[]::new));
        assertThat(fields)
                .containsExactly(
                        "v0=ét",
                        "v1=-1",
                        "v2=255",
                        "v3=-2",
                        "v4=-1",
                        "v5=4294967295",
                        "v6=-1",
                        "v7=18446744073709551615",
                        "v8=3199.244",
                        "v9=true",
                        "v10=00AB",
                        "v11=0x3e7",
                        "v12=1970-01-01T00:00:00.0000000Z",
                        "v13=18446744073709551615",
                        "v14=2020-10-23T21:57:29.217Z",
                        "v15=0x3e7",
                        "v16=0x3e7",
                        "v17=\uFFFDA\uFFFF");
    }

    @Test
    void elementDependingOnANullValueIsLeftOut() throws IOException {
        List<String> fields = fields(
                (chunk, xml) -> {
                    int start = chunk.position();
                    xml.element("A", List.of(), () -> xml.normal(1, ValueType.STRING));
                    chunk.patchU16(start + 1, 0);
                    int second = chunk.position();
                    xml.element("B", List.of(), () -> xml.normal(1, ValueType.STRING));
                    chunk.patchU16(second + 1, 1);
                },
                Value.hex(0, ""),
                Value.text(1, "x"));
        assertThat(fields).containsExactly("B=x");
    }

    @Test
    void recordWithoutTemplateHasElementsWithoutDependencyId() throws IOException {
        CollectedEvents read = read(chunk -> {
            chunk.u32(0x0001010f);
            open(
                    chunk,
                    "Event",
                    () -> open(
                            chunk,
                            "EventData",
                            () -> open(chunk, "Data", () -> {
                                literal(chunk, "a ");
                                chunk.u8(0x49);
                                chunk.name("amp");
                                chunk.u8(0x08);
                                chunk.u16('!');
                                chunk.u8(0x47);
                                chunk.text("<c>");
                            })));
            chunk.u8(0);
        });
        assertThat(CollectedEvents.fields(read.event())).containsExactly("=a &!<c>");
    }

    @Test
    void nestingWithoutEndIsAProblem() throws IOException {
        CollectedEvents read = read(chunk -> {
            chunk.u32(0x0001010f);
            for (int i = 0; i < 1000; i++) {
                chunk.u8(0x01);
                chunk.u32(0);
                chunk.name("a");
                chunk.u8(0x02);
            }
        });
        assertThat(read.rendered()).singleElement().asString().contains("more than 60 deep");
    }

    @Test
    void templateThatContainsItselfIsAProblem() throws IOException {
        CollectedEvents read = read(chunk -> {
            chunk.u32(0x0001010f);
            int definition = chunk.position() + 10;
            chunk.template(TEMPLATE, inner -> {
                inner.u8(0x0c);
                inner.u8(1);
                inner.u32(0);
                inner.u32(definition);
                inner.u32(0);
            });
            chunk.u32(0);
            chunk.u8(0);
        });
        assertThat(read.rendered()).singleElement().asString().contains("more than 60 deep");
    }

    @Test
    void valuesThatMultiplyEachOtherAreAProblem() throws IOException {
        CollectedEvents read = eventOf(
                (chunk, xml) -> xml.element("a", List.of(), () -> {
                    for (int i = 0; i < 2000; i++) {
                        xml.normal(0, ValueType.STRING);
                    }
                }),
                Value.text(1, "x".repeat(20_000)));
        assertThat(read.rendered()).singleElement().asString().contains("expand to more than");
    }

    private static List<String> fields(Data data, Value... values) throws IOException {
        CollectedEvents read = eventOf(data, values);
        assertThat(read.rendered()).isEmpty();
        return CollectedEvents.fields(read.event());
    }

    private static CollectedEvents eventOf(Data data, Value... values) throws IOException {
        return read(chunk -> {
            chunk.u32(0x0001010f);
            instance(
                    chunk,
                    (inner, xml) -> xml.element(
                            "Event",
                            List.of(),
                            () -> xml.element("EventData", List.of(), () -> data.write(inner, xml))),
                    values);
            chunk.u8(0);
        });
    }

    private static void instance(ChunkWriter chunk, Data root, Value... values) throws ChunkFull {
        chunk.template(TEMPLATE, inner -> {
            TemplateWriter xml = new TemplateWriter(inner);
            xml.fragment(() -> root.write(inner, xml));
        });
        chunk.u32(values.length);
        for (Value value : values) {
            chunk.u16(value.bytes().length);
            chunk.u16(value.code());
        }
        for (Value value : values) {
            chunk.raw(value.bytes());
        }
    }

    private static void open(ChunkWriter chunk, String name, TemplateWriter.Body body) throws ChunkFull {
        chunk.u8(0x01);
        chunk.u32(0);
        chunk.name(name);
        chunk.u8(0x02);
        body.write();
        chunk.u8(0x04);
    }

    private static void literal(ChunkWriter chunk, String text) throws ChunkFull {
        chunk.u8(0x05);
        chunk.u8(1);
        chunk.text(text);
    }

    private static CollectedEvents read(ChunkWriter.Content record) throws IOException {
        ChunkWriter chunk = new ChunkWriter(1);
        assertThat(chunk.add(0, record)).isTrue();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write("ElfFile\0".getBytes(StandardCharsets.US_ASCII));
        file.write(new byte[4096 - 8]);
        file.write(chunk.finish());
        byte[] bytes = file.toByteArray();
        bytes[120] = 4;
        return CollectedEvents.read(new EvtxFormat(), bytes);
    }
}
