package io.quarry.cli;

import io.quarry.cli.output.RowWriter;
import io.quarry.data.Batch;
import io.quarry.data.Platform;
import io.quarry.detect.replay.Replay;
import io.quarry.detect.rule.Rule;
import io.quarry.detect.rule.RuleFile;
import io.quarry.engine.Result;
import io.quarry.engine.run.CancelToken;
import io.quarry.telemetry.view.LoadedTelemetry;
import io.quarry.telemetry.view.Needs;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
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
        return SideOptions.addTo(new Options()
                .addOption(QueryText.language())
                .addOption(QueryText.file())
                .addOption(QueryText.parameter())
                .addOption(CommonOptions.platform())
                .addOption(CommonOptions.time("as-of", "what now() and ago() count from (default: the last event)"))
                .addOption(CommonOptions.time("from", "only events from this time on"))
                .addOption(CommonOptions.time("to", "only events up to this time"))
                .addOption(CommonOptions.format(RowForm.CHOICES))
                .addOption(CommonOptions.output())
                .addOption(CommonOptions.threads())
                .addOption(CommonOptions.timeLimit()));
    }

    @Override
    public ExitCode run(CommandLine arguments, Terminal terminal) throws IOException {
        RowForm form = RowForm.of(arguments);
        Replay.Bounds bounds = CommonOptions.bounds(arguments);
        int threads = CommonOptions.threads(arguments);
        Duration timeLimit = CommonOptions.timeLimit(arguments);
        QueryText text = QueryText.of(arguments);
        if (text.platforms().contains(Platform.SIGMA)) {
            throw new UsageException("a Sigma rule is no query; use 'quarry hunt -d FILE EVENTS...'");
        }
        CommonOptions.requireWritableOutput(arguments);
        RuleFile query = text.compile(terminal, SideOptions.files(arguments));
        List<String> events = QueryText.rest(arguments);
        List<Rule> results = query.rules();
        if (results.size() > 1 && !form.tellsResultsApart()) {
            throw new UsageException(
                    "the query has " + results.size() + " results; -f table shows them under their names");
        }
        List<QueryRun> runs = results.stream()
                .map(result -> new QueryRun(result.draft(), bounds, terminal))
                .toList();
        Needs needs = Needs.none();
        Needs deciding = Needs.none();
        for (QueryRun run : runs) {
            needs = needs.plus(run.needs());
            deciding = deciding.plus(run.deciding());
        }
        LoadedTelemetry telemetry = needs.tables().isEmpty() && events.isEmpty()
                ? LoadedTelemetry.of(List.of(), needs)
                : new Reading(terminal, threads).load(Reading.inputs(events), needs, deciding);
        CancelToken cancelToken = CancelToken.after(timeLimit);
        try (Writer out = CommonOptions.results(arguments, terminal)) {
            for (int i = 0; i < runs.size(); i++) {
                if (runs.size() > 1) {
                    out.write((i == 0 ? "" : "\n") + results.get(i).title() + ":\n");
                }
                Result result = runs.get(i).run(telemetry, threads, cancelToken);
                try (RowWriter rows =
                        form.writer(out, results.get(i).draft().chart(), terminal, destination(arguments, terminal))) {
                    rows.begin(result.schema());
                    for (Batch batch : result.batches()) {
                        rows.rows(batch);
                    }
                }
            }
        }
        return ExitCode.RAN;
    }

    private static RowForm.Destination destination(CommandLine arguments, Terminal terminal) {
        return terminal.outIsTerminal() && !arguments.hasOption("o")
                ? RowForm.Destination.TERMINAL
                : RowForm.Destination.ELSEWHERE;
    }
}
