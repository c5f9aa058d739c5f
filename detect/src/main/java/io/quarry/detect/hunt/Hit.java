package io.quarry.detect.hunt;

import io.quarry.data.Platform;
import io.quarry.detect.replay.Replay;
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
    private boolean onSchedule = true;

    Hit(String branch, Map<String, Object> row) {
        this.branch = branch;
        this.row = new LinkedHashMap<>(row);
    }

    /** Notes that a version found it, on these events. */
    void add(Platform platform, Replay.Mode mode, List<Long> found) {
        platforms.add(platform);
        onSchedule &= mode == Replay.Mode.SCHEDULED;
        events.addAll(found);
    }

    /** Adds the events of an earlier state of the same group; records that repeat one of ours may be among them. */
    void addEvents(Hit earlier) {
        events.addAll(earlier.events);
    }

    /** True if the other, whose events include ours, can be the same group in a later run. */
    boolean isEarlierStateOf(Hit later) {
        return onSchedule && later.onSchedule && later.platforms.containsAll(platforms);
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
