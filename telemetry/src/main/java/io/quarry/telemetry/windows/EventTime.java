package io.quarry.telemetry.windows;

import io.quarry.telemetry.Event;
import io.quarry.telemetry.EventHeader;

/**
 * When an event happened: Sysmon's {@code UtcTime} ({@code yyyy-MM-dd HH:mm:ss.fff}), which is the time of the act, or
 * else {@code System/TimeCreated}, the time of logging.
 */
public final class EventTime {
    public static final String SYSMON_CHANNEL = "Microsoft-Windows-Sysmon/Operational";

    private EventTime() {}

    /** The time in ticks; {@link EventHeader#NO_TIME} if the event has none. */
    public static long of(Event event) {
        if (SYSMON_CHANNEL.equalsIgnoreCase(event.header().channel())) {
            long time = SystemTime.parse(event.value("UtcTime"));
            if (time != EventHeader.NO_TIME) {
                return time;
            }
        }
        return event.header().time();
    }
}
