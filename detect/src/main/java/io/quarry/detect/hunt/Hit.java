package io.quarry.detect.hunt;

import io.quarry.data.Platform;
import io.quarry.detect.evidence.EventNumbers;
import io.quarry.detect.replay.Replay;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What versions found about one branch and one set of events: an alert in the making. */
final class Hit {
    private final String branch;
    private final Map<String, Object> row;
    private final Set<Platform> platforms = EnumSet.noneOf(Platform.class);
    private final EventNumbers.Builder events = new EventNumbers.Builder();
    private boolean onSchedule = true;
    private int lastRun;

    Hit(String branch, Map<String, Object> row) {
        this.branch = branch;
        this.row = new LinkedHashMap<>(row);
    }

    /**
     * Notes that a version found it, on these events.
     *
     * @param run the number of the run, larger for later ones
     */
    void add(Platform platform, Replay.Mode mode, EventNumbers found, int run) {
        platforms.add(platform);
        onSchedule &= mode == Replay.Mode.SCHEDULED;
        events.addAll(found);
        lastRun = run;
    }

    /** Adds the events of an earlier state of the same group; records that repeat one of ours may be among them. */
    void addEvents(Hit earlier) {
        events.addAll(earlier.events());
        lastRun = Math.max(lastRun, earlier.lastRun);
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

    /** The number of the last run that found it, or an earlier state of it. */
    int lastRun() {
        return lastRun;
    }

    EventNumbers events() {
        return events.build();
    }
}
