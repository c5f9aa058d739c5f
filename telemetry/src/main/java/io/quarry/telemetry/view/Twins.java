package io.quarry.telemetry.view;

import io.quarry.data.Ticks;
import io.quarry.telemetry.EventHeader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds records of one process start that two logs made: same host, process id and image, at most five seconds apart.
 * Each record has one twin at most, the nearest in time.
 */
final class Twins {
    private static final long NEAR = 5 * Ticks.PER_SECOND;

    private record Place(String host, long pid, String image) {}

    private Twins() {}

    /** For each start the start that stands for it: of a pair the one of lower rank, otherwise itself. */
    static int[] canonical(List<ProcessStart> starts) {
        Map<Place, List<Integer>> better = new HashMap<>();
        List<Integer> others = new ArrayList<>();
        int[] canonical = new int[starts.size()];
        for (int i = 0; i < canonical.length; i++) {
            canonical[i] = i;
            ProcessStart start = starts.get(i);
            if (start.time() == EventHeader.NO_TIME || start.process().pid() == ProcessKey.NO_PID) {
                continue;
            }
            if (start.rank() == 0) {
                better.computeIfAbsent(place(start), key -> new ArrayList<>()).add(i);
            } else {
                others.add(i);
            }
        }
        others.sort(Comparator.comparingLong(i -> starts.get(i).time()));
        for (int other : others) {
            List<Integer> candidates = better.getOrDefault(place(starts.get(other)), List.of());
            int nearest = nearest(starts, candidates, starts.get(other).time());
            if (nearest >= 0) {
                canonical[other] = candidates.remove(nearest);
            }
        }
        return canonical;
    }

    /** The index of the nearest candidate that is near enough; -1 if there is none. */
    private static int nearest(List<ProcessStart> starts, List<Integer> candidates, long time) {
        int nearest = -1;
        long least = NEAR + 1;
        for (int i = 0; i < candidates.size(); i++) {
            long distance = Math.abs(starts.get(candidates.get(i)).time() - time);
            if (distance < least) {
                least = distance;
                nearest = i;
            }
        }
        return nearest;
    }

    private static Place place(ProcessStart start) {
        ProcessKey process = start.process();
        return new Place(process.host(), process.pid(), process.image());
    }
}
