package io.quarry.telemetry.view;

import io.quarry.telemetry.Event;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which events a rule is for.
 *
 * @param channel empty for every channel; case does not matter
 * @param otherThan a channel whose events it is not for; empty if there is none
 * @param ids empty for every id
 * @param conditions fields and the values, in lower case, of which they must have one
 */
record EventMatch(String channel, String otherThan, Set<Integer> ids, Map<String, Set<String>> conditions) {
    EventMatch {
        ids = Set.copyOf(ids);
        conditions = Map.copyOf(conditions);
    }

    boolean covers(String eventChannel, int eventId) {
        return (channel.isEmpty() || channel.equalsIgnoreCase(eventChannel))
                && !(!otherThan.isEmpty() && otherThan.equalsIgnoreCase(eventChannel))
                && (ids.isEmpty() || ids.contains(eventId));
    }

    boolean holds(Event event) {
        for (Map.Entry<String, Set<String>> condition : conditions.entrySet()) {
            String value = event.value(condition.getKey());
            if (value == null || !condition.getValue().contains(value.toLowerCase(Locale.ROOT))) {
                return false;
            }
        }
        return true;
    }
}
