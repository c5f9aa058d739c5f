package io.quarry.telemetry.view;

import io.quarry.telemetry.Event;
import io.quarry.telemetry.EventHeader;
import io.quarry.telemetry.SyslogMessage;
import io.quarry.telemetry.syslog.SyslogWriter;
import io.quarry.telemetry.windows.EventTime;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * What QRadar's collector would say about where an event comes from. An event that no syslog message carried is taken for
 * one that WinCollect ships.
 */
final class LogSource {
    /**
     * A type of log source.
     *
     * @param id in QRadar's list of types
     * @param label as people see it
     * @param autoName with which the name of a log source begins that QRadar discovered by itself
     */
    private record Type(long id, String label, String autoName) {}

    private static final Type WINDOWS = new Type(12, "Microsoft Windows Security Event Log", "WindowsAuthServer");
    private static final Type LEEF = new Type(212, "Universal LEEF", "UniversalLEEF");
    private static final Type CEF = new Type(367, "Universal CEF", "UniversalCEF");
    private static final Type UNKNOWN = new Type(67, "SIM Generic Log DSM", "GenericLogDSM");

    private LogSource() {}

    private static Type type(Event event) {
        return event.syslog()
                .map(message -> switch (message.device().content()) {
                    case WINDOWS -> WINDOWS;
                    case LEEF -> LEEF;
                    case CEF -> CEF;
                    case TEXT -> UNKNOWN;
                })
                .orElse(WINDOWS);
    }

    /** The id of the log source's type. */
    static Long typeId(Event event) {
        return type(event).id();
    }

    static String typeName(Event event) {
        return type(event).label();
    }

    /** The name that QRadar gives a log source that it discovered by itself; null if the event names no host. */
    static String name(Event event) {
        String host = host(event);
        return host == null ? null : type(event).autoName() + " @ " + host;
    }

    /** A number from 0 to 2^31-1 that depends on the host's name and the type alone, whatever the name's case. */
    static Long id(Event event) {
        String host = host(event);
        if (host == null) {
            return null;
        }
        CRC32 sum = new CRC32();
        sum.update(host.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        long ofHost = sum.getValue() & Integer.MAX_VALUE;
        return type(event) == WINDOWS ? ofHost : ofHost ^ typeId(event);
    }

    /** What a collector knows the sender by: of a Windows event its computer, else the host that a message names. */
    static String host(Event event) {
        return event.header().computer();
    }

    /** True if nothing of the event but its text is known. */
    static Boolean isUnparsed(Event event) {
        return type(event) == UNKNOWN;
    }

    /** What the sender calls the kind of event. */
    static String eventId(Event event) {
        return event.header().eventId() >= 0
                ? Integer.toString(event.header().eventId())
                : event.syslog().map(message -> message.device().eventId()).orElse(null);
    }

    /** The event's text: the message that carried it, or that in which WinCollect would have shipped it. */
    static String payload(Event event) {
        return event.syslog().map(SyslogMessage::text).orElseGet(() -> SyslogWriter.message(event));
    }

    /** When it came, in ticks: the time of the message that carried it; else its own. */
    static long arrival(Event event) {
        long sent = event.syslog().map(SyslogMessage::time).orElse(EventHeader.NO_TIME);
        return sent == EventHeader.NO_TIME ? EventTime.of(event) : sent;
    }
}
