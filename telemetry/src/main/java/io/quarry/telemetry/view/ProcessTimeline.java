package io.quarry.telemetry.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Who had one process id of one host, and when: starts and ends in the order of time. Not safe for threads. */
final class ProcessTimeline {
    private final List<Integer> starts = new ArrayList<>();
    private final List<Long> ends = new ArrayList<>();
    private long[] sortedEnds = {};

    void start(int start) {
        starts.add(start);
    }

    void end(long time) {
        ends.add(time);
    }

    void sort(List<ProcessStart> all) {
        starts.sort(Comparator.comparingLong((Integer start) -> all.get(start).time())
                .thenComparingInt(start -> -all.get(start).rank()));
        sortedEnds = ends.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    /** The latest start up to that time, if the process had not ended before it; -1 if there is none. */
    int at(long time, List<ProcessStart> all) {
        int found = -1;
        int low = 0;
        int high = starts.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (all.get(starts.get(middle)).time() <= time) {
                found = starts.get(middle);
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return found < 0 || endedBetween(all.get(found).time(), time) ? -1 : found;
    }

    /** True if an end lies in {@code [start, time)}. */
    private boolean endedBetween(long start, long time) {
        int at = Arrays.binarySearch(sortedEnds, start);
        int next = at < 0 ? -at - 1 : at;
        return next < sortedEnds.length && sortedEnds[next] < time;
    }
}
