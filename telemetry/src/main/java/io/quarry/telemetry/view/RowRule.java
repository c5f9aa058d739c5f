package io.quarry.telemetry.view;

import java.util.Map;
import java.util.Optional;

/**
 * What one kind of event becomes.
 *
 * @param process the process that acts; empty if the event tells of none
 * @param parent the process that started it; empty if the event tells of none
 * @param columns what the columns hold, by name
 * @param twins what becomes of an event that another one records as well
 */
record RowRule(
        EventMatch match,
        Optional<ProcessReference> process,
        Optional<ProcessReference> parent,
        Map<String, EventExpression> columns,
        Twin twins) {
    RowRule {
        columns = Map.copyOf(columns);
    }

    /** What becomes of an event that another one records as well. */
    enum Twin {
        KEEP,
        DROP
    }
}
