package io.quarry.cli;

import io.quarry.detect.hunt.Alert;
import java.util.List;

/** From which severity on alerts make the command fail. */
record FailOn(int from) {
    private static final List<String> SEVERITIES = List.of("informational", "low", "medium", "high", "critical");
    private static final int NEVER = Integer.MAX_VALUE;

    /** @param severity null where nothing was asked */
    static FailOn of(String severity) {
        if (severity == null) {
            return new FailOn(NEVER);
        }
        int from = severity.equals("any") ? -1 : SEVERITIES.indexOf(severity);
        if (from < 0 && !severity.equals("any")) {
            throw new UsageException("--fail-on is '" + severity + "', expected any, " + String.join(", ", SEVERITIES));
        }
        return new FailOn(from);
    }

    /** An alert that states no severity counts only for {@code any}. */
    boolean includes(Alert alert) {
        return SEVERITIES.indexOf(alert.severity()) >= from;
    }
}
