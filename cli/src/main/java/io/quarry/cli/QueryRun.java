package io.quarry.cli;

import io.quarry.data.Ticks;
import io.quarry.detect.hunt.Scans;
import io.quarry.detect.replay.Replay;
import io.quarry.engine.Engine;
import io.quarry.engine.Result;
import io.quarry.engine.RunOptions;
import io.quarry.engine.run.CancelToken;
import io.quarry.plan.Draft;
import io.quarry.plan.Plan;
import io.quarry.plan.Probe;
import io.quarry.telemetry.view.LoadedTelemetry;
import io.quarry.telemetry.view.Needs;
import io.quarry.telemetry.view.TimeRange;

/** One query over telemetry: what it reads, and what it gives. */
final class QueryRun {
    private final Draft draft;
    private final Replay.Bounds bounds;
    private final Notes notes;

    QueryRun(Draft draft, Replay.Bounds bounds, Notes notes) {
        this.draft = draft;
        this.bounds = bounds;
        this.notes = notes;
    }

    /** What the query reads, and the looks at the data that complete it. */
    Needs needs() {
        Needs needs = Needs.none();
        for (Plan read : draft.reads()) {
            needs = Scans.addTo(needs, bounded(read));
        }
        return needs;
    }

    /** The part of the needs on which it depends which rows there are. */
    Needs deciding() {
        Needs deciding = Needs.none();
        for (Plan read : draft.reads()) {
            deciding = Scans.addDeciding(deciding, bounded(read));
        }
        return deciding;
    }

    private Plan bounded(Plan read) {
        return draft instanceof Draft.Complete ? Replay.atClock(read, bounds) : Replay.untilNow(read);
    }

    /**
     * The rows.
     *
     * @throws io.quarry.plan.QueryException if the data shows the query to be wrong
     */
    Result run(LoadedTelemetry telemetry, int threads, CancelToken token) {
        RunOptions options = RunOptions.at(now(telemetry)).withThreads(threads).withCancelToken(token);
        Probe probe = Engine.probe(telemetry, options);
        Plan written = draft.complete((rows, values) -> probe.distinct(Replay.atClock(rows, bounds), values));
        Plan plan = Replay.atClock(written, bounds);
        boolean looksBack = bounds.asOf().isEmpty() && Replay.readsClock(plan);
        if (looksBack) {
            String now = telemetry.timeRange().isPresent() ? "the time of the last event, " : "set by no event: it is ";
            notes.note("now is " + now + Ticks.format(options.now()) + "; --as-of TIME sets it");
        }
        Result result = Engine.run(plan, telemetry, options);
        if (looksBack && result.rowCount() == 0) {
            noteWindow(Replay.prepare(written, bounds), telemetry, options);
        }
        return result;
    }

    /** Says that the time window left nothing, unless there is nothing without it either. */
    private void noteWindow(Plan withoutWindow, LoadedTelemetry telemetry, RunOptions options) {
        if (Replay.readsClock(withoutWindow)) {
            notes.note("no rows; should the time that the query looks back be too short,"
                    + " a hunt with -d FILE goes through all events");
            return;
        }
        long rows = Engine.run(withoutWindow, telemetry, options).rowCount();
        if (rows > 0) {
            notes.note("no rows in the time that the query looks back, " + Words.count(rows, "row")
                    + " without it; a hunt with -d FILE covers all events");
        }
    }

    /** The query's clock: fixed by the user, or the time of the last event. */
    private long now(LoadedTelemetry telemetry) {
        return bounds.asOf()
                .orElseGet(() -> telemetry.timeRange().map(TimeRange::last).orElse(Ticks.UNIX_EPOCH));
    }
}
