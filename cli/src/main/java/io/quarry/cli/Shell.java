package io.quarry.cli;

import io.quarry.aql.catalog.AqlCatalog;
import io.quarry.cli.output.RowWriter;
import io.quarry.data.Batch;
import io.quarry.data.Platform;
import io.quarry.detect.replay.Replay;
import io.quarry.detect.rule.QueryContext;
import io.quarry.detect.rule.Rule;
import io.quarry.engine.Result;
import io.quarry.engine.run.CancelToken;
import io.quarry.kql.catalog.KqlCatalog;
import io.quarry.plan.Chart;
import io.quarry.plan.SourceText;
import io.quarry.telemetry.view.LoadedTelemetry;
import io.quarry.telemetry.view.Needs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.cli.CommandLine;

/**
 * Queries and commands, one after the other, over telemetry that is read once: again only when a query needs a column that
 * none before it needed. Not safe for threads, but for {@link #cancel}.
 */
final class Shell {
    private static final int SHOWN_ON_TERMINALS = 100;

    private final Terminal terminal;
    private final Notes notes;
    private final int threads;
    private final Duration timeLimit;
    private final Replay.Bounds bounds;
    private final Map<String, String> parameters;
    private final QueryContext context;
    private final List<Path> inputs;
    private List<Platform> platforms;
    private RowForm form;
    private long limit;
    private boolean over;
    private Needs needs = Needs.none();
    private Optional<LoadedTelemetry> telemetry = Optional.empty();
    private volatile CancelToken running = CancelToken.none();

    /** @param arguments the command line: telemetry, and options as those of {@code query} */
    Shell(CommandLine arguments, Terminal terminal) {
        this.terminal = terminal;
        this.notes = Notes.of(arguments, terminal);
        this.threads = CommonOptions.threads(arguments);
        this.timeLimit = CommonOptions.timeLimit(arguments);
        this.bounds = CommonOptions.bounds(arguments);
        this.parameters = QueryText.parameters(arguments);
        this.context = SideOptions.files(arguments).context();
        this.form = RowForm.of(arguments);
        this.platforms = QueryText.platforms(arguments);
        this.inputs = new ArrayList<>(arguments.getArgList().isEmpty() ? List.of() : files(arguments.getArgList()));
        this.limit = terminal.outIsTerminal() ? SHOWN_ON_TERMINALS : Long.MAX_VALUE;
    }

    /** A text for the platform that is chosen now. */
    TypedText typed(String text) {
        return TypedText.of(text, platforms);
    }

    /** True once the user has asked to leave. */
    boolean isOver() {
        return over;
    }

    /** What a completion or explanation is to be found for. */
    List<Platform> platforms() {
        return platforms;
    }

    /** The tables of these platforms, by name. */
    List<String> tableNames() {
        return platforms.stream()
                .flatMap(platform -> platform.isMicrosoft()
                        ? KqlCatalog.of(platform).tableNames().stream()
                        : AqlCatalog.standard().tableNames().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** What AQL's completions are found in. */
    AqlCatalog aqlCatalog() {
        return AqlCatalog.standard().with(context.readings()).reading(context.reference());
    }

    /** Stops the query that runs. */
    void cancel() {
        running.cancel();
    }

    /** Carries out a query or command, and says what is wrong with it. */
    ExitCode execute(String text) {
        running = CancelToken.after(timeLimit);
        TypedText typed = typed(text);
        ExitCode exit = Failures.reported("shell", terminal, () -> {
            if (TypedText.isCommand(text)) {
                new ShellCommands(this, terminal).run(text.strip());
            } else if (!typed.isEmpty()) {
                query(typed.query());
            }
            return ExitCode.RAN;
        });
        terminal.out().flush();
        return exit;
    }

    private void query(String text) throws IOException {
        List<Rule> results = new QueryText(new SourceText("query", text), platforms, parameters)
                .compile(notes, context)
                .rules();
        RowOutput output = new RowOutput(form, RowOutput.Destination.standard(terminal), notes);
        try (ResultSink sink = new ResultStream(terminal.writer(), output, results.size())) {
            for (Rule result : results) {
                QueryRun run = new QueryRun(result.draft(), bounds, notes);
                LoadedTelemetry loaded = telemetry(run);
                running = result.ownLimit(timeLimit).orElse(running);
                Result rows = run.run(loaded, threads, running);
                Optional<Chart> chart = result.draft().chart();
                show(rows, sink.next(result.title(), chart), output.draws(chart) ? Long.MAX_VALUE : limit);
            }
        }
    }

    private LoadedTelemetry telemetry(QueryRun run) {
        Needs wanted = run.needs();
        if (wanted.tables().isEmpty()) {
            return telemetry.orElseGet(() -> LoadedTelemetry.of(List.of(), Needs.none()));
        }
        if (inputs.isEmpty()) {
            throw new UsageException("the query reads telemetry, and none is loaded; .load FILES loads some");
        }
        Reading reading = new Reading(terminal, notes, threads, running);
        if (telemetry.isEmpty() || !needs.covers(wanted)) {
            Needs all = needs.plus(wanted);
            telemetry = Optional.of(reading.load(inputs, all));
            needs = all;
        }
        reading.warnOfEmptyColumns(run.deciding());
        return telemetry.get();
    }

    private void show(Result result, RowWriter writer, long most) throws IOException {
        long left = most;
        try (writer) {
            writer.begin(result.schema());
            for (Batch batch : result.batches()) {
                running.check();
                writer.rows(head(batch, left));
                left -= Math.min(left, batch.rows());
            }
        }
        if (result.rowCount() > most) {
            terminal.err()
                    .println("... and " + Words.count(result.rowCount() - most, "row") + " more; .limit N shows more");
        }
    }

    private static Batch head(Batch batch, long most) {
        return batch.rows() <= most
                ? batch
                : batch.take(IntStream.range(0, (int) most).toArray(), (int) most);
    }

    private static List<Path> files(List<String> named) {
        if (named.contains("-")) {
            throw new UsageException(
                    "standard input holds the queries of a shell; expected files or folders of telemetry");
        }
        return Reading.inputs(named);
    }

    void leave() {
        over = true;
    }

    void platform(Platform platform) {
        platforms = List.of(platform);
    }

    void form(RowForm chosen) {
        form = chosen;
    }

    void limit(long rows) {
        limit = rows;
    }

    /** Files and folders of telemetry, in the order of reading. */
    List<Path> inputs() {
        return List.copyOf(inputs);
    }

    /**
     * Adds telemetry; everything is read anew when a query next needs it.
     *
     * @throws UsageException if there is no such file or folder; then nothing is added
     */
    void load(List<String> named) {
        List<Path> more = files(named);
        for (Path path : more) {
            if (!Files.exists(path)) {
                throw new UsageException(path + ": no such file or folder");
            }
        }
        inputs.addAll(more);
        telemetry = Optional.empty();
    }
}
