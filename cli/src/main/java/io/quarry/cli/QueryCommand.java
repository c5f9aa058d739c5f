package io.quarry.cli;

import io.quarry.cli.output.OutputFormat;
import io.quarry.cli.output.RowWriter;
import io.quarry.data.Batch;
import io.quarry.data.Platform;
import io.quarry.data.Ticks;
import io.quarry.detect.hunt.Scans;
import io.quarry.detect.replay.Replay;
import io.quarry.detect.rule.RuleFile;
import io.quarry.engine.Engine;
import io.quarry.engine.Result;
import io.quarry.engine.RunOptions;
import io.quarry.plan.Plan;
import io.quarry.telemetry.view.LoadedTelemetry;
import io.quarry.telemetry.view.Needs;
import io.quarry.telemetry.view.TimeRange;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** {@code quarry query}: one query over telemetry. */
final class QueryCommand implements Command {
    @Override
    public String name() {
        return "query";
    }

    @Override
    public String summary() {
        return "runs one KQL or AQL query over telemetry";
    }

    @Override
    public String arguments() {
        return "[options] (TEXT | -q FILE) EVENTS...";
    }

    @Override
    public Options options() {
        return new Options()
                .addOption(QueryText.language())
                .addOption(QueryText.file())
                .addOption(CommonOptions.platform())
                .addOption(CommonOptions.time("as-of", "what now() and ago() count from (default: the last event)"))
                .addOption(CommonOptions.time("from", "only events from this time on"))
                .addOption(CommonOptions.time("to", "only events up to this time"))
                .addOption(CommonOptions.format("table (default), ndjson, csv"))
                .addOption(CommonOptions.output())
                .addOption(CommonOptions.threads());
    }

    @Override
    public ExitCode run(CommandLine arguments, Terminal terminal) throws IOException {
        OutputFormat format = CommonOptions.rowFormat(arguments);
        Replay.Bounds bounds = CommonOptions.bounds(arguments);
        int threads = CommonOptions.threads(arguments);
        QueryText text = QueryText.of(arguments);
        if (text.platforms().contains(Platform.SIGMA)) {
            throw new UsageException("a Sigma rule is no query; use 'quarry hunt -d FILE EVENTS...'");
        }
        CommonOptions.requireWritableOutput(arguments);
        RuleFile query = text.compile(terminal);
        Plan written = query.rules().get(0).plan();
        Plan plan = Engine.rewrite(Replay.atClock(written, bounds));
        Needs needs = Scans.addTo(Needs.none(), plan);
        List<String> events = QueryText.rest(arguments);
        LoadedTelemetry telemetry = needs.tables().isEmpty() && events.isEmpty()
                ? LoadedTelemetry.of(List.of(), needs)
                : new Reading(terminal, threads)
                        .load(Reading.inputs(events), needs, Scans.addDeciding(Needs.none(), plan));
        Result result = Engine.run(
                plan,
                telemetry,
                RunOptions.at(clock(bounds, telemetry, terminal, plan)).withThreads(threads));
        try (Writer out = CommonOptions.results(arguments, terminal);
                RowWriter rows = format.writer(out)) {
            rows.begin(plan.schema());
            for (Batch batch : result.batches()) {
                rows.rows(batch);
            }
        }
        return ExitCode.RAN;
    }

    /** The query's clock: fixed by the user, or the time of the last event. Says what it means where it matters. */
    private static long clock(Replay.Bounds bounds, LoadedTelemetry telemetry, Terminal terminal, Plan plan) {
        if (bounds.asOf().isPresent()) {
            return bounds.asOf().getAsLong();
        }
        long last = telemetry.timeRange().map(TimeRange::last).orElse(Ticks.UNIX_EPOCH);
        if (Replay.readsClock(plan)) {
            terminal.err()
                    .println("note: now is the time of the last event, " + Ticks.format(last)
                            + "; --as-of TIME sets it");
        }
        return last;
    }
}
