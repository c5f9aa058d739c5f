package io.quarry.detect.hunt;

import io.quarry.data.Batch;
import io.quarry.data.Platform;
import io.quarry.detect.Allowance;
import io.quarry.detect.Detection;
import io.quarry.detect.evidence.EventTrace;
import io.quarry.engine.Engine;
import io.quarry.engine.RunOptions;
import io.quarry.engine.run.StoppedException;
import io.quarry.plan.Plan;
import io.quarry.plan.QueryException;
import io.quarry.telemetry.view.LoadedTelemetry;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A detection's allow-list, tried on telemetry: which events each entry calls harmless. */
final class AllowList {
    private final Map<Allowance, Set<Long>> harmless;
    private final LoadedTelemetry telemetry;

    private AllowList(Map<Allowance, Set<Long>> harmless, LoadedTelemetry telemetry) {
        this.harmless = harmless;
        this.telemetry = telemetry;
    }

    /**
     * @param options for the run of one entry
     * @param failures told of each entry that fails, which then silences nothing
     */
    static AllowList of(
            Detection detection,
            LoadedTelemetry telemetry,
            Supplier<RunOptions> options,
            Consumer<HuntResult.Failure> failures) {
        Map<Allowance, Set<Long>> harmless = new LinkedHashMap<>();
        for (Allowance allowance : detection.allowances()) {
            try {
                harmless.put(allowance, harmless(allowance, telemetry, options.get()));
            } catch (QueryException | StoppedException e) {
                String entry = "allow-list entry '" + allowance.name() + "'";
                failures.accept(new HuntResult.Failure(detection, Platform.SIGMA, entry, e));
            }
        }
        return new AllowList(harmless, telemetry);
    }

    private static Set<Long> harmless(Allowance allowance, LoadedTelemetry telemetry, RunOptions options) {
        Plan plan = Engine.rewrite(EventTrace.trace(allowance.events()));
        Set<Long> events = new HashSet<>();
        for (Batch batch : Engine.run(plan, telemetry, options).batches()) {
            for (int row = 0; row < batch.rows(); row++) {
                Object value = batch.column(batch.schema().size() - 1).value(row);
                EventTrace.events(value).forEach(event -> events.add(telemetry.canonicalEvent(event)));
            }
        }
        return events;
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
