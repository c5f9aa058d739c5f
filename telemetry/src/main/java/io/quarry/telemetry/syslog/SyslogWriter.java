package io.quarry.telemetry.syslog;

import io.quarry.data.Ticks;
import io.quarry.telemetry.Event;
import io.quarry.telemetry.EventHeader;
import io.quarry.telemetry.windows.EventTime;
import io.quarry.telemetry.windows.WindowsMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Writes Windows events as syslog messages in WinCollect's notation, with the header of RFC 5424. The message of an event is
 * {@link WindowsMessage#render its fields under their names}, where Windows would write sentences. The same events give the
 * same bytes, and reading them gives the same rows of QRadar's events. Times lose what is finer than a microsecond, and
 * the header what WinCollect has no key for.
 */
public final class SyslogWriter {
    private static final String PRIORITY = "<13>1 ";
    private static final String NONE = "-";

    private SyslogWriter() {}

    /** One message a line; one that has several lines itself with its length before it. */
    public static void write(Path file, List<Event> events) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            for (Event event : events) {
                byte[] message = message(event).getBytes(StandardCharsets.UTF_8);
                if (message(event).indexOf('\n') >= 0) {
                    out.write((message.length + " ").getBytes(StandardCharsets.UTF_8));
                }
                out.write(message);
                out.write('\n');
            }
        }
    }

    /** The event as a collector would receive it. */
    public static String message(Event event) {
        EventHeader header = event.header();
        StringBuilder out = new StringBuilder(PRIORITY);
        out.append(time(EventTime.of(event))).append(' ').append(header.computer() == null ? NONE : header.computer());
        out.append(" - - - - AgentDevice=WindowsLog");
        append(out, "AgentLogFile", header.channel());
        append(out, "Source", header.provider());
        append(out, "Computer", header.computer());
        append(out, "OriginatingComputer", header.computer());
        append(out, "EventID", number(header.eventId()));
        append(out, "EventIDCode", number(header.eventId()));
        append(out, "RecordNumber", number(header.eventRecordId()));
        append(out, "TimeGenerated", seconds(header.time()));
        append(out, "Level", header.level());
        append(out, "Task", header.task());
        append(out, "Opcode", header.opcode());
        append(out, "Keywords", header.keywords());
        return out.append("\tMessage=").append(WindowsMessage.render(event)).toString();
    }

    private static String time(long ticks) {
        if (ticks == EventHeader.NO_TIME) {
            return NONE;
        }
        long micros = Math.floorMod(ticks, Ticks.PER_SECOND) / Ticks.PER_MICROSECOND;
        String seconds =
                Ticks.toInstant(ticks - Math.floorMod(ticks, Ticks.PER_SECOND)).toString();
        return String.format(Locale.ROOT, "%s.%06dZ", seconds.substring(0, seconds.length() - 1), micros);
    }

    private static String number(long value) {
        return value < 0 ? null : Long.toString(value);
    }

    private static String seconds(long time) {
        return time == EventHeader.NO_TIME
                ? null
                : Long.toString(Math.floorDiv(time - Ticks.UNIX_EPOCH, Ticks.PER_SECOND));
    }

    private static void append(StringBuilder out, String key, String value) {
        if (value != null) {
            out.append('\t').append(key).append('=').append(value);
        }
    }
}
