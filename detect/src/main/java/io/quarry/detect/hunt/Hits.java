package io.quarry.detect.hunt;

import io.quarry.data.Platform;
import io.quarry.detect.replay.Replay;
import io.quarry.telemetry.view.LoadedTelemetry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/** The hits of a detection, one for each branch and set of events. Records of the same happening count as one event. */
final class Hits {
    private final LoadedTelemetry telemetry;
    private final Map<Key, Hit> hits = new LinkedHashMap<>();
    private long rowsWithoutEvents;

    Hits(LoadedTelemetry telemetry) {
        this.telemetry = telemetry;
    }

    private record Key(String branch, TreeSet<Long> events, long row) {}

    /**
     * Notes a result row.
     *
     * @param mode how the query that gave it was run
     * @param row called only for the first row of a branch and its events
     */
    void add(Platform platform, Replay.Mode mode, String branch, List<Long> events, Supplier<Map<String, Object>> row) {
        TreeSet<Long> canonical = new TreeSet<>();
        for (long event : events) {
            canonical.add(telemetry.canonicalEvent(event));
        }
        Key key = new Key(branch, canonical, events.isEmpty() ? ++rowsWithoutEvents : 0);
        hits.computeIfAbsent(key, absent -> new Hit(branch, row.get())).add(platform, mode, events);
    }

    /**
     * The hits; of a query that followed a schedule, a group that grew from run to run is one hit with all its events, not
     * one for each size. What different versions found stays apart where they disagree.
     */
    List<Hit> merged() {
        List<Map.Entry<Key, Hit>> largestFirst = new ArrayList<>(hits.entrySet());
        largestFirst.sort(
                Comparator.comparingInt(entry -> -entry.getKey().events().size()));
        List<Hit> merged = new ArrayList<>();
        Map<String, Map<Long, List<Map.Entry<Key, Hit>>>> larger = new HashMap<>();
        for (Map.Entry<Key, Hit> entry : largestFirst) {
            Key key = entry.getKey();
            Map<Long, List<Map.Entry<Key, Hit>>> byEvent =
                    larger.computeIfAbsent(key.branch(), branch -> new HashMap<>());
            Optional<Hit> grown = key.events().isEmpty()
                    ? Optional.empty()
                    : byEvent.getOrDefault(key.events().first(), List.of()).stream()
                            .filter(cover -> cover.getKey().events().containsAll(key.events()))
                            .map(Map.Entry::getValue)
                            .filter(entry.getValue()::isEarlierStateOf)
                            .findFirst();
            if (grown.isPresent()) {
                grown.get().addEvents(entry.getValue());
            } else {
                merged.add(entry.getValue());
                if (key.events().size() > 1) {
                    key.events().forEach(event -> byEvent.computeIfAbsent(event, absent -> new ArrayList<>())
                            .add(entry));
                }
            }
        }
        return merged;
    }
}
