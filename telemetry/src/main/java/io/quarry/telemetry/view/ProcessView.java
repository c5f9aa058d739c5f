package io.quarry.telemetry.view;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which events start and end processes, and what a start tells about its process.
 *
 * @param starts best kind first
 * @param parentTimeColumn the column that holds when the parent of a row's process was started
 */
record ProcessView(List<RowRule> starts, List<RowRule> ends, String parentTimeColumn) {
    ProcessView {
        starts = List.copyOf(starts);
        ends = List.copyOf(ends);
    }

    /** The columns that some start tells. */
    Set<String> columns() {
        Set<String> columns = new HashSet<>(Set.of(parentTimeColumn));
        starts.forEach(start -> columns.addAll(start.columns().keySet()));
        return columns;
    }
}
