package io.quarry.telemetry.view;

import java.util.Comparator;

/**
 * A channel and an event id: what a log source selects by. Ordered by channel, then by id.
 *
 * @param channel empty where the event has none
 * @param eventId -1 where the event has none
 */
public record EventKind(String channel, int eventId) implements Comparable<EventKind> {
    private static final Comparator<EventKind> ORDER =
            Comparator.comparing(EventKind::channel).thenComparingInt(EventKind::eventId);

    @Override
    public int compareTo(EventKind other) {
        return ORDER.compare(this, other);
    }
}
