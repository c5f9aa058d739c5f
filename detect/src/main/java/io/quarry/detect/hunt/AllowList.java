package io.quarry.detect.hunt;

import io.quarry.data.Batch;
import io.quarry.detect.Allowance;
import io.quarry.detect.evidence.EventTrace;
import io.quarry.engine.Engine;
import io.quarry.engine.RunOptions;
import io.quarry.plan.Plan;
import io.quarry.telemetry.view.LoadedTelemetry;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A detection's allow-list, tried on telemetry: which events each entry calls harmless. */
final class AllowList {
    private final Map<Allowance, Set<Long>> harmless;
    private final LoadedTelemetry telemetry;

    private AllowList(Map<Allowance, Set<Long>> harmless, LoadedTelemetry telemetry) {
        this.harmless = harmless;
        this.telemetry = telemetry;
    }

    static AllowList of(List<Allowance> allowances, LoadedTelemetry telemetry, RunOptions options) {
        Map<Allowance, Set<Long>> harmless = new LinkedHashMap<>();
        for (Allowance allowance : allowances) {
            Plan plan = Engine.rewrite(EventTrace.trace(allowance.events()));
            Set<Long> events = new HashSet<>();
            for (Batch batch : Engine.run(plan, telemetry, options).batches()) {
                for (int row = 0; row < batch.rows(); row++) {
                    Object value = batch.column(batch.schema().size() - 1).value(row);
                    EventTrace.events(value).forEach(event -> events.add(telemetry.canonicalEvent(event)));
                }
            }
            harmless.put(allowance, events);
        }
        return new AllowList(harmless, telemetry);
    }

    /** The name of the first entry that calls all events of the hit harmless. */
    Optional<String> silencing(Hit hit) {
        if (hit.events().isEmpty()) {
            return Optional.empty();
        }
        return harmless.entrySet().stream()
                .filter(entry -> entry.getKey().covers(hit.branch()))
                .filter(entry -> hit.events().stream()
                        .allMatch(event -> entry.getValue().contains(telemetry.canonicalEvent(event))))
                .map(entry -> entry.getKey().name())
                .findFirst();
    }
}
