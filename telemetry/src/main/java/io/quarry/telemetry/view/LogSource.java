package io.quarry.telemetry.view;

import io.quarry.data.Ticks;
import io.quarry.telemetry.Event;
import io.quarry.telemetry.EventField;
import io.quarry.telemetry.EventHeader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.CRC32;

/** What QRadar's collector would say about an event that it takes from a Windows computer. */
final class LogSource {
    private LogSource() {}

    /** The form in which QRadar names a log source that it discovered by itself. */
    static String name(String computer) {
        return "WindowsAuthServer @ " + computer;
    }

    /** A number from 0 to 2^31-1 that depends on the computer's name alone, whatever its case. */
    static Long id(String computer) {
        CRC32 sum = new CRC32();
        sum.update(computer.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        return sum.getValue() & Integer.MAX_VALUE;
    }

    /**
     * The event as one line of {@code Key=value} pairs parted by tabs; the last, {@code Message}, holds the event's fields as
     * {@code Name: value} parted by single blanks.
     */
    static String payload(Event event) {
        EventHeader header = event.header();
        StringBuilder out = new StringBuilder("AgentDevice=WindowsLog");
        append(out, "AgentLogFile", header.channel());
        append(out, "Source", header.provider());
        append(out, "Computer", header.computer());
        append(out, "OriginatingComputer", header.computer());
        append(out, "EventID", header.eventId() < 0 ? null : Integer.toString(header.eventId()));
        append(out, "EventIDCode", header.eventId() < 0 ? null : Integer.toString(header.eventId()));
        append(out, "RecordNumber", header.eventRecordId() < 0 ? null : Long.toString(header.eventRecordId()));
        append(out, "TimeGenerated", header.time() == EventHeader.NO_TIME ? null : seconds(header.time()));
        append(out, "Level", header.level());
        append(out, "Task", header.task());
        append(out, "Opcode", header.opcode());
        append(out, "Keywords", header.keywords());
        out.append("\tMessage=");
        String separator = "";
        for (EventField field : event.fields()) {
            out.append(separator);
            separator = " ";
            if (!field.name().isEmpty()) {
                out.append(field.name()).append(": ");
            }
            out.append(field.value());
        }
        return out.toString();
    }

    private static String seconds(long time) {
        return Long.toString(Math.floorDiv(time - Ticks.UNIX_EPOCH, Ticks.PER_SECOND));
    }

    private static void append(StringBuilder out, String key, String value) {
        if (value != null) {
            out.append('\t').append(key).append('=').append(value);
        }
    }
}
