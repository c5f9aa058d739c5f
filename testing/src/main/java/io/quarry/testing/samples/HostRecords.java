package io.quarry.testing.samples;

import io.quarry.telemetry.Event;
import io.quarry.telemetry.EventHeader;
import io.quarry.telemetry.EventLocation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All events of one host as its logs would hold them: in order of time, each channel numbered from 1.
 *
 * @param events in order of time, all channels together
 */
record HostRecords(String host, List<Event> events) {
    HostRecords {
        events = List.copyOf(events);
    }

    /** Orders the events and numbers them anew. */
    static HostRecords of(String host, List<Event> unordered) {
        List<Event> ordered = new ArrayList<>(unordered);
        ordered.sort(Comparator.comparingLong(event -> event.header().time()));
        Map<String, Long> next = new LinkedHashMap<>();
        List<Event> numbered = new ArrayList<>();
        for (Event event : ordered) {
            long number = next.merge(event.header().channel(), 1L, Long::sum);
            EventLocation location = new EventLocation(host, numbered.size() + 1L, -1);
            numbered.add(new Event(location, numbered(event.header(), number), event.fields()));
        }
        return new HostRecords(host, numbered);
    }

    /** The events by channel; channels in alphabetical order. */
    Map<String, List<Event>> byChannel() {
        Map<String, List<Event>> channels = new TreeMap<>();
        for (Event event : events) {
            channels.computeIfAbsent(event.header().channel(), channel -> new ArrayList<>())
                    .add(event);
        }
        return channels;
    }

    private static EventHeader numbered(EventHeader header, long number) {
        return new EventHeader(
                header.provider(),
                header.providerGuid(),
                header.eventSourceName(),
                header.eventId(),
                header.qualifiers(),
                header.version(),
                header.level(),
                header.task(),
                header.opcode(),
                header.keywords(),
                header.time(),
                number,
                header.activityId(),
                header.relatedActivityId(),
                header.processId(),
                header.threadId(),
                header.channel(),
                header.computer(),
                header.userId());
    }
}
