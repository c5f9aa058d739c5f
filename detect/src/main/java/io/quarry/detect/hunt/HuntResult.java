package io.quarry.detect.hunt;

import io.quarry.data.Platform;
import io.quarry.detect.Detection;
import io.quarry.detect.replay.Replay;
import java.util.List;

/**
 * What a hunt found.
 *
 * @param alerts by time, then detection and branch
 * @param allowed alerts that an allow-list silenced, with the entry's name, in the same order
 * @param runs what was run, query by query
 * @param failures what was not, or not to its end
 */
public record HuntResult(List<Alert> alerts, List<Allowed> allowed, List<Run> runs, List<Failure> failures) {
    public HuntResult {
        alerts = List.copyOf(alerts);
        allowed = List.copyOf(allowed);
        runs = List.copyOf(runs);
        failures = List.copyOf(failures);
    }

    /** A silenced alert and the allow-list entry that did it. */
    public record Allowed(Alert alert, String allowance) {}

    /**
     * One query of a version.
     *
     * @param times how often it ran
     * @param rows how many result rows it gave in all
     */
    public record Run(Detection detection, Platform platform, String query, Replay.Mode mode, int times, long rows) {}

    /**
     * One query of a version that failed; what it found before counts. Or an entry of the allow-list, which is a query in
     * Sigma's terms.
     *
     * @param reason a {@link io.quarry.plan.QueryException}, {@link io.quarry.engine.run.StoppedException} or {@link
     *     io.quarry.detect.replay.ScheduleException}
     */
    public record Failure(Detection detection, Platform platform, String query, RuntimeException reason) {}
}
