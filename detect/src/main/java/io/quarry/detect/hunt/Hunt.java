package io.quarry.detect.hunt;

import io.quarry.data.Batch;
import io.quarry.data.Schema;
import io.quarry.detect.Detection;
import io.quarry.detect.Version;
import io.quarry.detect.evidence.EventNumbers;
import io.quarry.detect.evidence.EventTrace;
import io.quarry.detect.replay.Replay;
import io.quarry.detect.replay.ScheduleException;
import io.quarry.detect.rule.Rule;
import io.quarry.engine.Engine;
import io.quarry.engine.Result;
import io.quarry.engine.RunOptions;
import io.quarry.engine.run.CancelToken;
import io.quarry.engine.run.StoppedException;
import io.quarry.plan.Draft;
import io.quarry.plan.Plan;
import io.quarry.plan.QueryException;
import io.quarry.telemetry.view.LoadedTelemetry;
import io.quarry.telemetry.view.Needs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Detections over telemetry. First ask what it {@link #needs}, load that, then {@link #run}.
 *
 * <p>Every version of a detection runs, and raises one alert for each branch and event, whichever and however many
 * versions found it.
 */
public final class Hunt {
    private static final Comparator<Alert> ORDER = Comparator.comparingLong(Alert::time)
            .thenComparing(alert -> alert.detection().name())
            .thenComparing(Alert::branch)
            .thenComparing(Alert::host);

    private final List<Detection> detections;
    private final HuntOptions options;

    public Hunt(List<Detection> detections, HuntOptions options) {
        this.detections = List.copyOf(detections);
        this.options = options;
    }

    /** The tables and columns that the hunt reads. */
    public Needs needs() {
        Needs needs = Needs.none();
        for (Detection detection : detections) {
            for (Version version : detection.versions()) {
                needs = needs.with(version.file().properties());
                for (Rule rule : version.file().rules()) {
                    for (Plan read : reads(rule.draft())) {
                        needs = Scans.addTo(needs, EventTrace.trace(read));
                    }
                }
            }
            for (var allowance : detection.allowances()) {
                needs = Scans.addTo(needs, EventTrace.trace(allowance.events()));
            }
        }
        return needs;
    }

    /** The tables and columns on which it depends what the detections find. */
    public Needs deciding() {
        Needs needs = Needs.none();
        for (Detection detection : detections) {
            for (Version version : detection.versions()) {
                needs = needs.with(version.file().properties());
                for (Rule rule : version.file().rules()) {
                    for (Plan read : rule.draft().reads()) {
                        needs = Scans.addDeciding(needs, read);
                    }
                }
            }
        }
        return needs;
    }

    /**
     * Runs all detections. A query that fails, as its platform would let it fail or because it takes too much, does not keep
     * the others from running; an entry of an allow-list that fails silences nothing.
     *
     * @param telemetry loaded with at least this hunt's {@link #needs}
     */
    public HuntResult run(LoadedTelemetry telemetry) {
        List<Alert> alerts = new ArrayList<>();
        List<HuntResult.Allowed> allowed = new ArrayList<>();
        List<HuntResult.Run> runs = new ArrayList<>();
        List<HuntResult.Failure> failures = new ArrayList<>();
        for (Detection detection : detections) {
            Hits hits = new Hits(telemetry);
            for (Version version : detection.versions()) {
                for (Rule rule : version.file().rules()) {
                    try {
                        runs.add(run(detection, version, rule, telemetry, hits));
                    } catch (QueryException | StoppedException | ScheduleException e) {
                        failures.add(new HuntResult.Failure(detection, version.platform(), rule.title(), e));
                    }
                }
            }
            AllowList allowList = AllowList.of(detection, telemetry, () -> runOptions(0), failures::add);
            for (Hit hit : hits.merged()) {
                Alert alert = Alerts.of(detection, hit, telemetry);
                Optional<String> silencedBy = allowList.silencing(hit);
                silencedBy.ifPresentOrElse(
                        name -> allowed.add(new HuntResult.Allowed(alert, name)), () -> alerts.add(alert));
            }
        }
        alerts.sort(ORDER);
        allowed.sort(Comparator.comparing(HuntResult.Allowed::alert, ORDER));
        return new HuntResult(alerts, allowed, runs, failures);
    }

    /** What the runs of a draft read, and the looks at the data that complete it. */
    private List<Plan> reads(Draft draft) {
        return draft instanceof Draft.Complete complete
                ? List.of(Replay.prepare(complete.plan(), options.bounds()))
                : draft.reads().stream().map(Replay::untilNow).toList();
    }

    private HuntResult.Run run(Detection detection, Version version, Rule rule, LoadedTelemetry telemetry, Hits hits) {
        Function<Plan, Replay> replays = plan -> Replay.of(plan, options.bounds(), detection.every(), telemetry::times);
        Replay replay = replays.apply(rule.draft().complete(new ReplayProbe(replays, telemetry, this::runOptions)));
        Plan plan = Engine.rewrite(EventTrace.trace(replay.plan()));
        Schema schema = plan.schema();
        RowReader reader = new RowReader(schema, rule.branch(), version.branchColumn());
        long rows = 0;
        for (long now : replay.runs()) {
            RunOptions run = runOptions(now);
            Result result = Engine.run(
                    plan,
                    telemetry,
                    rule.ownLimit(options.timeLimit()).map(run::withCancelToken).orElse(run));
            for (Batch batch : result.batches()) {
                for (int row = 0; row < batch.rows(); row++) {
                    Object[] values = batch.row(row);
                    EventNumbers events = EventTrace.events(values[values.length - 1]);
                    for (String branch : reader.branches(values)) {
                        hits.add(version.platform(), replay.mode(), branch, events, () -> reader.row(values));
                    }
                }
                rows += batch.rows();
            }
            hits.endRun();
        }
        return new HuntResult.Run(
                detection,
                version.platform(),
                rule.title(),
                replay.mode(),
                replay.runs().size(),
                rows);
    }

    private RunOptions runOptions(long now) {
        return RunOptions.at(now)
                .withThreads(options.threads())
                .withCancelToken(CancelToken.after(options.timeLimit()));
    }
}
