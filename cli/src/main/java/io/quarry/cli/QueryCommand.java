package io.quarry.cli;

import io.quarry.cli.output.RowWriter;
import io.quarry.data.Batch;
import io.quarry.data.Platform;
import io.quarry.detect.pack.Packs;
import io.quarry.detect.replay.Replay;
import io.quarry.detect.rule.QueryContext;
import io.quarry.detect.rule.Rule;
import io.quarry.detect.rule.RuleFile;
import io.quarry.detect.side.GivenFiles;
import io.quarry.engine.Result;
import io.quarry.engine.run.CancelToken;
import io.quarry.telemetry.view.CustomProperty;
import io.quarry.telemetry.view.LoadedTelemetry;
import io.quarry.telemetry.view.Needs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
        return Notes.addTo(SideOptions.addTo(new Options()
                .addOption(QueryText.language())
                .addOption(QueryText.file())
                .addOption(QueryText.parameter())
                .addOption(CommonOptions.platform())
                .addOption(CommonOptions.time("as-of", "what now() and ago() count from (default: the last event)"))
                .addOption(CommonOptions.time("from", "only events from this time on"))
                .addOption(CommonOptions.time("to", "only events up to this time"))
                .addOption(CommonOptions.format(RowForm.CHOICES))
                .addOption(Option.builder("o")
                        .longOpt("output")
                        .hasArg()
                        .argName("FILE|FOLDER/")
                        .desc("write to a file, or each result to a file of its own in a folder")
                        .get())
                .addOption(CommonOptions.threads())
                .addOption(CommonOptions.timeLimit())));
    }

    @Override
    public ExitCode run(CommandLine arguments, Terminal terminal) throws IOException {
        RowForm form = RowForm.of(arguments);
        Replay.Bounds bounds = CommonOptions.bounds(arguments);
        int threads = CommonOptions.threads(arguments);
        Duration timeLimit = CommonOptions.timeLimit(arguments);
        QueryText text = QueryText.of(arguments, terminal);
        if (text.platforms().contains(Platform.SIGMA)) {
            throw new UsageException("a Sigma rule is no query; use 'quarry hunt -d FILE EVENTS...'");
        }
        Optional<Path> folder = folder(arguments);
        if (folder.isEmpty()) {
            CommonOptions.requireWritableOutput(arguments);
        }
        Notes notes = Notes.of(arguments, terminal);
        RuleFile file = text.compile(notes, context(arguments));
        List<Rule> results = file.rules();
        if (folder.isEmpty()) {
            ResultStream.requireDistinct(form, results.size());
        }
        List<QueryRun> runs = results.stream()
                .map(result -> new QueryRun(result.draft(), bounds, notes))
                .toList();
        LoadedTelemetry telemetry =
                load(runs, file.properties(), QueryText.rest(arguments), new Reading(terminal, notes, threads));
        CancelToken cancelToken = CancelToken.after(timeLimit);
        RowOutput output = new RowOutput(form, CommonOptions.destination(arguments, terminal), notes);
        try (ResultSink sink = folder.isPresent()
                ? new ResultFolder(folder.get(), output)
                : new ResultStream(CommonOptions.results(arguments, terminal), output, results.size())) {
            for (int i = 0; i < runs.size(); i++) {
                CancelToken own = results.get(i).ownLimit(timeLimit).orElse(cancelToken);
                Result rows = runs.get(i).run(telemetry, threads, own);
                write(
                        rows,
                        sink.next(results.get(i).title(), results.get(i).draft().chart()));
            }
        }
        return ExitCode.RAN;
    }

    /** What the query is compiled with: as a part of the pack that its file lies in, if it lies in one. */
    private static QueryContext context(CommandLine arguments) throws IOException {
        GivenFiles files = SideOptions.files(arguments);
        Optional<Path> pack =
                Optional.ofNullable(arguments.getOptionValue("q")).map(Path::of).flatMap(Packs::around);
        return pack.isPresent() ? Packs.read(pack.get()).context(files) : files.context();
    }

    private static LoadedTelemetry load(
            List<QueryRun> runs, List<CustomProperty> properties, List<String> events, Reading reading) {
        Needs needs = Needs.none().with(properties);
        Needs deciding = needs;
        for (QueryRun run : runs) {
            needs = needs.plus(run.needs());
            deciding = deciding.plus(run.deciding());
        }
        return needs.tables().isEmpty() && events.isEmpty()
                ? LoadedTelemetry.of(List.of(), needs)
                : reading.load(Reading.inputs(events), needs, deciding);
    }

    private static void write(Result result, RowWriter writer) throws IOException {
        try (writer) {
            writer.begin(result.schema());
            for (Batch batch : result.batches()) {
                writer.rows(batch);
            }
        }
    }

    /** The folder that the results are to go to, if they are: one that there is, or a name that ends as folders do. */
    private static Optional<Path> folder(CommandLine arguments) {
        return Optional.ofNullable(arguments.getOptionValue("o"))
                .filter(given -> given.endsWith("/") || Files.isDirectory(Path.of(given)))
                .map(Path::of);
    }
}
