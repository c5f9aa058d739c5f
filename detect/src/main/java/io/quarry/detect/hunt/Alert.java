package io.quarry.detect.hunt;

import io.quarry.data.Platform;
import io.quarry.detect.Detection;
import io.quarry.telemetry.view.Evidence;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A finding: one branch of a detection on one event, or on the events behind one row of an aggregating query.
 *
 * @param branch empty for a detection without branches
 * @param risk the branch's, else the row's {@code RiskScore}; empty where there is none
 * @param severity the branch's, else the detection's; may be empty
 * @param platforms the versions that found it, in the order of {@link Platform}
 * @param time of the first event, in ticks; {@link io.quarry.telemetry.EventHeader#NO_TIME} if none has a time
 * @param host the computer of the first event; empty if unknown
 * @param user {@code DOMAIN\name} of the first event's account; empty if unknown
 * @param row the result row of the first version that found it: column names to boxed values, in column order; nulls
 *     allowed. Times are {@link io.quarry.data.Dynamic.DateTime}s, so that the map is a value of type dynamic
 * @param evidence the events that prove it, in the order of reading, those that only repeat another one last; empty for a
 *     row made of no event
 */
public record Alert(
        Detection detection,
        String branch,
        OptionalInt risk,
        String severity,
        Set<Platform> platforms,
        long time,
        String host,
        String user,
        Map<String, Object> row,
        List<Evidence> evidence) {
    public Alert {
        Objects.requireNonNull(detection, "detection");
        Objects.requireNonNull(branch, "branch");
        Objects.requireNonNull(risk, "risk");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(user, "user");
        evidence = List.copyOf(evidence);
    }
}
