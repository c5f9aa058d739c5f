package io.quarry.telemetry.json;

import io.quarry.data.Ticks;
import io.quarry.telemetry.Event;
import io.quarry.telemetry.EventField;
import io.quarry.telemetry.EventField.Section;
import io.quarry.telemetry.EventHeader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/**
 * Writes events as Winlogbeat ships them, one object a line. The same events give the same bytes.
 *
 * <p>Level, task, opcode and keywords are the event's own values, where Winlogbeat looks up their names. A name that occurs
 * several times in an event becomes a list; its values stand together then. Qualifiers, the classic source's name and other
 * sections than {@code EventData} and {@code UserData}, except a message, have no place there and are left out.
 */
public final class NdjsonWriter {
    private final JsonGenerator json;

    private NdjsonWriter(JsonGenerator json) {
        this.json = json;
    }

    public static void write(Path file, List<Event> events) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            for (Event event : events) {
                out.write(line(event).getBytes(StandardCharsets.UTF_8));
                out.write('\n');
            }
        }
    }

    /** The event as one line, without the line end. */
    public static String line(Event event) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JsonTree.FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            new NdjsonWriter(json).event(event);
        }
        return text.toString();
    }

    private void event(Event event) {
        EventHeader header = event.header();
        json.writeStartObject();
        if (header.time() != EventHeader.NO_TIME) {
            text("@timestamp", Ticks.format(header.time()));
        }
        json.writeObjectPropertyStart("event");
        text("kind", "event");
        text("code", number(header.eventId()));
        text("provider", header.provider());
        json.writeEndObject();
        json.writeObjectPropertyStart("host");
        text("name", header.computer());
        json.writeEndObject();
        winlog(event);
        for (EventField field : event.fields()) {
            if (field.section() == Section.OTHER && field.name().equals("Message")) {
                text("message", field.value());
            }
        }
        json.writeEndObject();
    }

    private void winlog(Event event) {
        EventHeader header = event.header();
        json.writeObjectPropertyStart("winlog");
        text("channel", header.channel());
        text("provider_name", header.provider());
        text("provider_guid", header.providerGuid());
        text("event_id", number(header.eventId()));
        text("version", header.version());
        text("level", header.level());
        text("task", header.task());
        text("opcode", header.opcode());
        text("keywords", header.keywords());
        text("record_id", number(header.eventRecordId()));
        text("computer_name", header.computer());
        text("activity_id", header.activityId());
        text("related_activity_id", header.relatedActivityId());
        json.writeObjectPropertyStart("process");
        text("pid", header.processId());
        json.writeObjectPropertyStart("thread");
        text("id", header.threadId());
        json.writeEndObject();
        json.writeEndObject();
        json.writeObjectPropertyStart("user");
        text("identifier", header.userId());
        json.writeEndObject();
        data("event_data", event, Section.EVENT_DATA);
        data("user_data", event, Section.USER_DATA);
        json.writeEndObject();
    }

    private void data(String name, Event event, Section section) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (EventField field : event.fields()) {
            if (field.section() == section) {
                values.merge(field.name(), List.of(field.value()), NdjsonWriter::joined);
            }
        }
        if (values.isEmpty()) {
            return;
        }
        json.writeObjectPropertyStart(name);
        values.forEach((field, texts) -> {
            if (texts.size() == 1) {
                text(field, texts.get(0));
            } else {
                json.writeArrayPropertyStart(field);
                texts.forEach(json::writeString);
                json.writeEndArray();
            }
        });
        json.writeEndObject();
    }

    private static List<String> joined(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /** Null writes nothing. */
    private void text(String name, String value) {
        if (value != null) {
            json.writeStringProperty(name, value);
        }
    }

    private static String number(long value) {
        return value < 0 ? null : Long.toString(value);
    }
}
