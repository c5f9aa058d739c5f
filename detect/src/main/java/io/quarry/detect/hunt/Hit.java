package io.quarry.detect.hunt;

import io.quarry.data.Platform;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What versions found about one branch and one set of events: an alert in the making. */
final class Hit {
    private final String branch;
    private final Map<String, Object> row;
    private final Set<Platform> platforms = EnumSet.noneOf(Platform.class);
    private final TreeSet<Long> events = new TreeSet<>();

    Hit(String branch, Map<String, Object> row) {
        this.branch = branch;
        this.row = new LinkedHashMap<>(row);
    }

    /** Notes that a version found it, on these events. */
    void add(Platform platform, List<Long> found) {
        platforms.add(platform);
        events.addAll(found);
    }

    void addAll(Hit other) {
        platforms.addAll(other.platforms);
        events.addAll(other.events);
    }

    String branch() {
        return branch;
    }

    Map<String, Object> row() {
        return row;
    }

    Set<Platform> platforms() {
        return platforms;
    }

    /** Event numbers, ascending. */
    TreeSet<Long> events() {
        return events;
    }
}
