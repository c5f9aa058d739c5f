package io.quarry.cli;

import io.quarry.cli.output.OutputFormat;
import io.quarry.cli.output.RowWriter;
import io.quarry.data.Batch;
import io.quarry.data.Platform;
import io.quarry.data.Ticks;
import io.quarry.detect.hunt.Scans;
import io.quarry.detect.replay.Replay;
import io.quarry.detect.rule.RuleFile;
import io.quarry.detect.rule.RuleFiles;
import io.quarry.detect.rule.RuleFiles.RepairMode;
import io.quarry.detect.rule.SourceFiles;
import io.quarry.engine.Engine;
import io.quarry.engine.Result;
import io.quarry.engine.RunOptions;
import io.quarry.plan.Plan;
import io.quarry.plan.QueryException;
import io.quarry.plan.Severity;
import io.quarry.plan.SourceText;
import io.quarry.telemetry.view.LoadedTelemetry;
import io.quarry.telemetry.view.Needs;
import io.quarry.telemetry.view.TimeRange;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
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
                .addOption(Option.builder("l")
                        .longOpt("language")
                        .hasArg()
                        .argName("LANGUAGE")
                        .desc("kql (default) or aql")
                        .get())
                .addOption(Option.builder("q")
                        .longOpt("query-file")
                        .hasArg()
                        .argName("FILE")
                        .desc("read the query from a file; its ending (.kql, .aql) says the language")
                        .get())
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
        boolean fromFile = arguments.hasOption("q");
        if (!fromFile && arguments.getArgList().isEmpty()) {
            throw new UsageException("no query given; expected a text, or -q FILE");
        }
        SourceText source = fromFile
                ? SourceFiles.read(Path.of(arguments.getOptionValue("q")))
                : new SourceText("query", arguments.getArgList().get(0));
        CommonOptions.requireWritableOutput(arguments);
        RuleFile query = compile(arguments, source, terminal);
        Plan written = query.rules().get(0).plan();
        Plan plan = Engine.rewrite(Replay.atClock(written, bounds));
        Needs needs = Scans.addTo(Needs.none(), plan);
        List<String> events = arguments
                .getArgList()
                .subList(fromFile ? 0 : 1, arguments.getArgList().size());
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

    private static RuleFile compile(CommandLine arguments, SourceText source, Terminal terminal) {
        Set<Platform> allowed = CommonOptions.platforms(arguments);
        List<Platform> platforms =
                language(arguments).stream().filter(allowed::contains).toList();
        if (platforms.isEmpty()) {
            throw new UsageException(
                    "--platform " + arguments.getOptionValue("platform") + " does not go with the language");
        }
        RuleFile file = RuleFiles.compileForFirst(platforms, source, RepairMode.AS_WRITTEN);
        if (file.hasErrors()) {
            throw new QueryException(file.diagnostics());
        }
        file.diagnostics().stream()
                .filter(diagnostic -> diagnostic.code().severity() != Severity.INFO)
                .forEach(diagnostic -> terminal.err().print(diagnostic.render()));
        return file;
    }

    private static List<Platform> language(CommandLine arguments) {
        String language = arguments.getOptionValue("l");
        if (language == null && arguments.hasOption("q")) {
            List<Platform> byName = RuleFiles.platforms(Path.of(arguments.getOptionValue("q")));
            if (byName.contains(Platform.SIGMA)) {
                throw new UsageException("a Sigma rule is no query; use 'quarry hunt -d FILE EVENTS...'");
            }
            if (!byName.isEmpty()) {
                return byName;
            }
        }
        return switch (language == null ? "kql" : language) {
            case "kql" -> List.of(Platform.DEFENDER, Platform.SENTINEL);
            case "aql" -> List.of(Platform.QRADAR);
            default -> throw new UsageException("-l is '" + language + "', expected kql or aql");
        };
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
