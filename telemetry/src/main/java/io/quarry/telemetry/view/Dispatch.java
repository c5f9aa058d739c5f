package io.quarry.telemetry.view;

import io.quarry.telemetry.Event;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Finds the first rule that is for an event; what channel and event id decide is decided once. Not safe for threads. */
final class Dispatch<T> {
    private final List<T> rules;
    private final Function<T, EventMatch> match;
    private final Map<String, Map<Integer, List<T>>> candidates = new HashMap<>();

    Dispatch(List<T> rules, Function<T, EventMatch> match) {
        this.rules = rules;
        this.match = match;
    }

    Optional<T> first(Event event) {
        String channel = event.header().channel();
        int id = event.header().eventId();
        List<T> possible = candidates
                .computeIfAbsent(channel, key -> new HashMap<>())
                .computeIfAbsent(id, key -> rules.stream()
                        .filter(rule -> match.apply(rule).covers(channel, id))
                        .toList());
        for (T rule : possible) {
            if (match.apply(rule).holds(event)) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }
}
