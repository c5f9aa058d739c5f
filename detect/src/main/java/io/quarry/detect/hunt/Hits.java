package io.quarry.detect.hunt;

import io.quarry.data.Platform;
import io.quarry.telemetry.view.LoadedTelemetry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** @param row called only for the first row of a branch and its events */
    void add(Platform platform, String branch, List<Long> events, Supplier<Map<String, Object>> row) {
        TreeSet<Long> canonical = new TreeSet<>();
        for (long event : events) {
            canonical.add(telemetry.canonicalEvent(event));
        }
        Key key = new Key(branch, canonical, events.isEmpty() ? ++rowsWithoutEvents : 0);
        hits.computeIfAbsent(key, absent -> new Hit(branch, row.get())).add(platform, events);
    }

    /**
     * The hits; of an aggregating query that ran many times, a group that grew from run to run is one hit with all its
     * events, not one for each size.
     */
    List<Hit> merged() {
        List<Map.Entry<Key, Hit>> single = new ArrayList<>();
        List<Map.Entry<Key, Hit>> several = new ArrayList<>();
        for (Map.Entry<Key, Hit> entry : hits.entrySet()) {
            (entry.getKey().events().size() > 1 ? several : single).add(entry);
        }
        several.sort(Comparator.comparingInt(entry -> -entry.getKey().events().size()));
        List<Hit> merged = new ArrayList<>();
        Map<String, Map<Long, Map.Entry<Key, Hit>>> largest = new LinkedHashMap<>();
        for (Map.Entry<Key, Hit> entry : several) {
            Map<Long, Map.Entry<Key, Hit>> byEvent =
                    largest.computeIfAbsent(entry.getKey().branch(), branch -> new LinkedHashMap<>());
            Map.Entry<Key, Hit> cover = byEvent.get(entry.getKey().events().first());
            if (cover != null
                    && cover.getKey().events().containsAll(entry.getKey().events())) {
                cover.getValue().addAll(entry.getValue());
            } else {
                entry.getKey().events().forEach(event -> byEvent.putIfAbsent(event, entry));
                merged.add(entry.getValue());
            }
        }
        for (Map.Entry<Key, Hit> entry : single) {
            merged.add(entry.getValue());
        }
        return merged;
    }
}
