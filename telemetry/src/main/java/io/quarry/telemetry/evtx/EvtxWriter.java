package io.quarry.telemetry.evtx;

import io.quarry.data.Ticks;
import io.quarry.telemetry.Event;
import io.quarry.telemetry.EventField;
import io.quarry.telemetry.EventHeader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * Writes event logs with all that readers look for: checksums, tables of names and templates, one template for each set of
 * fields. The same events give the same bytes.
 *
 * <p>Records are numbered from 1; an event's location is not written. {@code UserData} and other sections are written one
 * level deep, because a field has only its own name.
 */
public final class EvtxWriter {
    private static final int FILE_HEADER_SIZE = 4096;
    private static final int NULL_SECTION = -1;

    private final Map<String, FieldType> types;
    private final List<byte[]> chunks = new ArrayList<>();
    private ChunkWriter chunk = new ChunkWriter(1);
    private long nextRecord = 1;

    private EvtxWriter(Map<String, FieldType> types) {
        this.types = types;
    }

    /** Writes a log in which all data are strings. */
    public static void write(Path file, List<Event> events) throws IOException {
        write(file, events, Map.of());
    }

    /**
     * Writes a log.
     *
     * @param types how to store the {@code EventData} values of a name; a value that its type cannot hold is stored as a
     *     string, like those of other names
     * @throws IllegalArgumentException if an event is larger than a chunk
     */
    public static void write(Path file, List<Event> events, Map<String, FieldType> types) throws IOException {
        EvtxWriter writer = new EvtxWriter(types);
        events.forEach(writer::add);
        writer.chunks.add(writer.chunk.finish());
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(writer.header());
            for (byte[] bytes : writer.chunks) {
                out.write(bytes);
            }
        }
    }

    private void add(Event event) {
        EventHeader header = event.header();
        long written = header.time() < Ticks.FILETIME_EPOCH ? 0 : header.time() - Ticks.FILETIME_EPOCH;
        if (!chunk.add(written, to -> record(to, event))) {
            if (!chunk.isEmpty()) {
                chunks.add(chunk.finish());
                chunk = new ChunkWriter(nextRecord);
            }
            if (!chunk.add(written, to -> record(to, event))) {
                throw new IllegalArgumentException("an event is larger than a chunk of an event log: " + header);
            }
        }
        nextRecord++;
    }

    private void record(ChunkWriter to, Event event) throws ChunkFull {
        to.u32(0x0001010f);
        to.template(EventTemplate.GUID, EventTemplate::write);
        List<TypedValue> values = EventTemplate.values(event.header());
        EventField.Section[] sections = EventField.Section.values();
        to.u32(values.size() + sections.length);
        for (TypedValue value : values) {
            specification(to, value);
        }
        int[] sizes = new int[sections.length];
        for (int i = 0; i < sections.length; i++) {
            boolean isThere = hasFields(event, sections[i]);
            sizes[i] = isThere ? to.position() : NULL_SECTION;
            to.u16(0);
            to.u16(isThere ? ValueType.BINARY_XML.code() : ValueType.NULL.code());
        }
        for (TypedValue value : values) {
            to.raw(value.bytes());
        }
        for (int i = 0; i < sections.length; i++) {
            if (sizes[i] != NULL_SECTION) {
                int start = to.position();
                section(to, event, sections[i]);
                to.patchU16(sizes[i], to.position() - start);
            }
        }
        to.u8(0x00);
    }

    private static boolean hasFields(Event event, EventField.Section section) {
        return event.fields().stream().anyMatch(field -> field.section() == section);
    }

    private void section(ChunkWriter to, Event event, EventField.Section section) throws ChunkFull {
        List<EventField> fields = event.fields().stream()
                .filter(field -> field.section() == section)
                .toList();
        SectionTemplate template = new SectionTemplate(
                section, fields.stream().map(EventField::name).toList());
        to.u32(0x0001010f);
        to.template(template.guid(), template::write);
        to.u32(fields.size());
        List<TypedValue> values = new ArrayList<>(fields.size());
        for (EventField field : fields) {
            TypedValue value = value(field);
            values.add(value);
            specification(to, value);
        }
        for (TypedValue value : values) {
            to.raw(value.bytes());
        }
        to.u8(0x00);
    }

    private TypedValue value(EventField field) {
        boolean isTyped = field.section() == EventField.Section.EVENT_DATA;
        FieldType type = isTyped ? types.getOrDefault(field.name(), FieldType.STRING) : FieldType.STRING;
        return TypedValue.of(type.type(), field.value());
    }

    private static void specification(ChunkWriter to, TypedValue value) throws ChunkFull {
        if (value.bytes().length > 0xffff) {
            throw new ChunkFull();
        }
        to.u16(value.bytes().length);
        to.u16(value.type().code());
    }

    private byte[] header() {
        ByteBuffer header = ByteBuffer.allocate(FILE_HEADER_SIZE).order(ByteOrder.LITTLE_ENDIAN);
        header.put("ElfFile\0".getBytes(StandardCharsets.US_ASCII));
        header.putLong(0);
        header.putLong(chunks.size() - 1L);
        header.putLong(nextRecord);
        header.putInt(128);
        header.putShort((short) 1);
        header.putShort((short) 3);
        header.putShort((short) FILE_HEADER_SIZE);
        header.putShort((short) chunks.size());
        CRC32 sum = new CRC32();
        sum.update(header.array(), 0, 120);
        header.putInt(124, (int) sum.getValue());
        return header.array();
    }
}
