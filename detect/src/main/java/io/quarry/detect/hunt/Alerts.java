package io.quarry.detect.hunt;

import io.quarry.detect.Branch;
import io.quarry.detect.Detection;
import io.quarry.telemetry.EventHeader;
import io.quarry.telemetry.view.Evidence;
import io.quarry.telemetry.view.LoadedTelemetry;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Makes alerts of hits: who, where and when comes from the events, what it means from the detection. */
final class Alerts {
    private static final Set<String> RISK_COLUMNS = Set.of("RiskScore", "risk_score");

    private Alerts() {}

    static Alert of(Detection detection, Hit hit, LoadedTelemetry telemetry) {
        Optional<Branch> branch = detection.branch(hit.branch());
        List<Evidence> evidence = hit.events().stream()
                .sorted(Comparator.comparing((Long event) -> telemetry.canonicalEvent(event) != event))
                .map(telemetry::evidence)
                .toList();
        Optional<Evidence> first = evidence.stream()
                .filter(event -> event.time() != EventHeader.NO_TIME)
                .min(Comparator.comparingLong(Evidence::time))
                .or(() -> evidence.stream().findFirst());
        return new Alert(
                detection,
                hit.branch(),
                branch.map(Branch::risk).filter(OptionalInt::isPresent).orElseGet(() -> risk(hit)),
                branch.map(Branch::severity)
                        .filter(severity -> !severity.isEmpty())
                        .orElse(detection.severity()),
                hit.platforms(),
                first.map(Evidence::time).orElse(EventHeader.NO_TIME),
                first.map(Evidence::computer).orElse(""),
                first.map(Evidence::user).orElse(""),
                hit.row(),
                evidence);
    }

    /** What the query itself says, if that is a risk: a number from 0 to 100. */
    private static OptionalInt risk(Hit hit) {
        return hit.row().entrySet().stream()
                .filter(column -> RISK_COLUMNS.contains(column.getKey()))
                .filter(column -> column.getValue() instanceof Long risk && risk >= 0 && risk <= 100)
                .mapToInt(column -> Math.toIntExact((Long) column.getValue()))
                .findFirst();
    }
}
