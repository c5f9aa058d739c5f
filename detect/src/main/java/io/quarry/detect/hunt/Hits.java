package io.quarry.detect.hunt;

import io.quarry.data.Platform;
import io.quarry.detect.evidence.EventNumbers;
import io.quarry.detect.replay.Replay;
import io.quarry.telemetry.view.LoadedTelemetry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The hits of a detection, one for each branch and set of events. Records of the same happening count as one event.
 *
 * <p>Of a query that follows a schedule, a group that grows from run to run, or shrinks, is one hit with all its events, not
 * one for each size; only the largest state is kept from one run to the next. What different versions found stays apart
 * where they disagree.
 */
final class Hits {
    private final LoadedTelemetry telemetry;
    private final Map<Key, Hit> hits = new LinkedHashMap<>();

    /** Those of the run before this one and of this one. */
    private Map<Key, Hit> recent = new LinkedHashMap<>();

    private int run;
    private long rowsWithoutEvents;

    Hits(LoadedTelemetry telemetry) {
        this.telemetry = telemetry;
    }

    private record Key(String branch, EventNumbers events, long row) {}

    /**
     * Notes a result row.
     *
     * @param mode how the query that gave it was run
     * @param row called only for the first row of a branch and its events
     */
    void add(
            Platform platform,
            Replay.Mode mode,
            String branch,
            EventNumbers events,
            Supplier<Map<String, Object>> row) {
        EventNumbers.Builder canonical = new EventNumbers.Builder();
        for (long event : events) {
            canonical.add(telemetry.canonicalEvent(event));
        }
        Key key = new Key(branch, canonical.build(), events.isEmpty() ? ++rowsWithoutEvents : 0);
        Hit hit = hits.computeIfAbsent(key, absent -> new Hit(branch, row.get()));
        hit.add(platform, mode, events, run);
        recent.put(key, hit);
    }

    /** Says that the rows that follow are of another run. */
    void endRun() {
        Map<Key, Hit> merged = merged(recent);
        recent.keySet().stream().filter(key -> !merged.containsKey(key)).forEach(hits::remove);
        merged.values().removeIf(hit -> hit.lastRun() < run);
        recent = merged;
        run++;
    }

    /** The hits, the largest first. */
    List<Hit> merged() {
        return List.copyOf(merged(hits).values());
    }

    private static Map<Key, Hit> merged(Map<Key, Hit> hits) {
        List<Map.Entry<Key, Hit>> largestFirst = new ArrayList<>(hits.entrySet());
        largestFirst.sort(
                Comparator.comparingInt(entry -> -entry.getKey().events().size()));
        Map<Key, Hit> merged = new LinkedHashMap<>();
        Map<String, Map<Long, List<Map.Entry<Key, Hit>>>> larger = new HashMap<>();
        for (Map.Entry<Key, Hit> entry : largestFirst) {
            Key key = entry.getKey();
            Map<Long, List<Map.Entry<Key, Hit>>> byEvent =
                    larger.computeIfAbsent(key.branch(), branch -> new HashMap<>());
            Optional<Hit> grown = key.events().isEmpty()
                    ? Optional.empty()
                    : byEvent.getOrDefault(key.events().get(0), List.of()).stream()
                            .filter(cover -> cover.getKey().events().containsAll(key.events()))
                            .map(Map.Entry::getValue)
                            .filter(entry.getValue()::isEarlierStateOf)
                            .findFirst();
            if (grown.isPresent()) {
                grown.get().addEvents(entry.getValue());
            } else {
                merged.put(key, entry.getValue());
                if (key.events().size() > 1) {
                    key.events().forEach(event -> byEvent.computeIfAbsent(event, absent -> new ArrayList<>(1))
                            .add(entry));
                }
            }
        }
        return merged;
    }
}
