package io.quarry.telemetry.evtx;

import io.quarry.telemetry.EventHeader;
import io.quarry.telemetry.evtx.TemplateWriter.Attribute;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The template around every event: {@code System} with all of its values substituted, and places for the sections. */
final class EventTemplate {
    static final UUID GUID = UUID.nameUUIDFromBytes("io.quarry event".getBytes(StandardCharsets.US_ASCII));

    private static final String NAMESPACE = "http://schemas.microsoft.com/win/2004/08/events/event";

    private EventTemplate() {}

    /** The values of the header, in the order of {@link #write}; those of the sections come behind them. */
    static List<TypedValue> values(EventHeader header) {
        List<TypedValue> values = new ArrayList<>();
        values.add(TypedValue.of(ValueType.STRING, header.provider()));
        values.add(TypedValue.of(ValueType.GUID, header.providerGuid()));
        values.add(TypedValue.of(ValueType.STRING, header.eventSourceName()));
        values.add(TypedValue.of(ValueType.UINT16, header.qualifiers()));
        values.add(TypedValue.of(ValueType.UINT16, number(header.eventId())));
        values.add(TypedValue.of(ValueType.UINT8, header.version()));
        values.add(TypedValue.of(ValueType.UINT8, header.level()));
        values.add(TypedValue.of(ValueType.UINT16, header.task()));
        values.add(TypedValue.of(ValueType.UINT8, header.opcode()));
        values.add(TypedValue.of(ValueType.HEX_INT64, header.keywords()));
        values.add(TypedValue.time(header.time()));
        values.add(TypedValue.of(ValueType.UINT64, number(header.eventRecordId())));
        values.add(TypedValue.of(ValueType.GUID, header.activityId()));
        values.add(TypedValue.of(ValueType.GUID, header.relatedActivityId()));
        values.add(TypedValue.of(ValueType.UINT32, header.processId()));
        values.add(TypedValue.of(ValueType.UINT32, header.threadId()));
        values.add(TypedValue.of(ValueType.STRING, header.channel()));
        values.add(TypedValue.of(ValueType.STRING, header.computer()));
        values.add(TypedValue.of(ValueType.SID, header.userId()));
        return values;
    }

    static void write(ChunkWriter chunk) throws ChunkFull {
        TemplateWriter xml = new TemplateWriter(chunk);
        xml.fragment(() -> xml.element("Event", List.of(Attribute.constant("xmlns", NAMESPACE)), () -> {
            xml.element("System", List.of(), () -> system(xml));
            xml.normal(19, ValueType.BINARY_XML);
            xml.normal(20, ValueType.BINARY_XML);
            xml.normal(21, ValueType.BINARY_XML);
        }));
    }

    private static void system(TemplateWriter xml) throws ChunkFull {
        xml.emptyElement(
                "Provider",
                List.of(Attribute.value("Name", 0), Attribute.value("Guid", 1), Attribute.value("EventSourceName", 2)));
        xml.element("EventID", List.of(Attribute.value("Qualifiers", 3)), () -> xml.optional(4, ValueType.UINT16));
        element(xml, "Version", 5, ValueType.UINT8);
        element(xml, "Level", 6, ValueType.UINT8);
        element(xml, "Task", 7, ValueType.UINT16);
        element(xml, "Opcode", 8, ValueType.UINT8);
        element(xml, "Keywords", 9, ValueType.HEX_INT64);
        xml.emptyElement("TimeCreated", List.of(Attribute.value("SystemTime", 10)));
        element(xml, "EventRecordID", 11, ValueType.UINT64);
        xml.emptyElement(
                "Correlation", List.of(Attribute.value("ActivityID", 12), Attribute.value("RelatedActivityID", 13)));
        xml.emptyElement("Execution", List.of(Attribute.value("ProcessID", 14), Attribute.value("ThreadID", 15)));
        element(xml, "Channel", 16, ValueType.STRING);
        element(xml, "Computer", 17, ValueType.STRING);
        xml.emptyElement("Security", List.of(Attribute.value("UserID", 18)));
    }

    private static void element(TemplateWriter xml, String name, int index, ValueType type) throws ChunkFull {
        xml.element(name, List.of(), () -> xml.optional(index, type));
    }

    private static String number(long value) {
        return value < 0 ? null : Long.toString(value);
    }
}
