package io.quarry.cli;

import io.quarry.cli.output.RowWriter;
import io.quarry.data.Batch;
import io.quarry.data.Platform;
import io.quarry.detect.replay.Replay;
import io.quarry.detect.rule.QueryContext;
import io.quarry.detect.rule.Rule;
import io.quarry.engine.Result;
import io.quarry.engine.run.CancelToken;
import io.quarry.kql.syntax.Lexeme;
import io.quarry.kql.syntax.Lexemes;
import io.quarry.plan.Chart;
import io.quarry.plan.SourceText;
import io.quarry.telemetry.view.LoadedTelemetry;
import io.quarry.telemetry.view.Needs;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.cli.CommandLine;

/**
 * Queries and commands, one after the other, over telemetry that is read once: again only when a query needs a column that
 * none before it needed. Not safe for threads, but for {@link #cancel}.
 */
final class Shell {
    private static final int SHOWN_ON_TERMINALS = 100;
    private static final Set<String> DECLARING = Set.of("let", "set", "declare", "alias", "restrict");

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
        this.platforms = arguments.hasOption("platform")
                ? List.copyOf(CommonOptions.platforms(arguments))
                : QueryText.platformsOf(arguments);
        this.inputs =
                new ArrayList<>(arguments.getArgList().isEmpty() ? List.of() : Reading.inputs(arguments.getArgList()));
        this.limit = terminal.outIsTerminal() ? SHOWN_ON_TERMINALS : Long.MAX_VALUE;
    }

    /**
     * True if a text is to be carried out as it is: a command, a query before an empty line, or one whose last line ends with
     * a semicolon. Declarations alone are no query yet.
     */
    static boolean isComplete(String text) {
        if (text.isBlank() || text.stripLeading().startsWith(".") || text.matches("(?s).*\\R\\h*")) {
            return true;
        }
        List<Lexeme> words = Lexemes.of(new SourceText("shell", text)).stream()
                .filter(word -> word.kind() != Lexeme.Kind.COMMENT)
                .toList();
        return !words.isEmpty() && words.get(words.size() - 1).is(";") && !isDeclaration(words);
    }

    private static boolean isDeclaration(List<Lexeme> words) {
        int depth = 0;
        int start = 0;
        for (int i = 0; i < words.size() - 1; i++) {
            String text = words.get(i).text();
            depth += Set.of("(", "[", "{").contains(text)
                    ? 1
                    : Set.of(")", "]", "}").contains(text) ? -1 : 0;
            if (text.equals(";") && depth == 0) {
                start = i + 1;
            }
        }
        return depth > 0 || DECLARING.contains(words.get(start).text());
    }

    /** True once the user has asked to leave. */
    boolean isOver() {
        return over;
    }

    /** What a completion or explanation is to be found for. */
    List<Platform> platforms() {
        return platforms;
    }

    /** Stops the query that runs. */
    void cancel() {
        running.cancel();
    }

    /** Carries out a query or command, and says what is wrong with it. */
    ExitCode execute(String text) {
        running = CancelToken.after(timeLimit);
        ExitCode exit = Failures.reported("shell", terminal, () -> {
            String stripped = text.strip();
            if (stripped.startsWith(".")) {
                new ShellCommands(this, terminal).run(stripped);
            } else if (!stripped.isEmpty()) {
                query(text);
            }
            return ExitCode.RAN;
        });
        terminal.out().flush();
        return exit;
    }

    /** AQL has no semicolons: the last one is the shell's. */
    private String withoutEnd(String text) {
        return platforms.equals(List.of(Platform.QRADAR)) ? text.replaceFirst(";\\s*$", "") : text;
    }

    private void query(String text) throws IOException {
        List<Rule> results = new QueryText(new SourceText("query", withoutEnd(text)), platforms, parameters)
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

    /** Adds telemetry; everything is read anew when a query next needs it. */
    void load(List<Path> more) {
        inputs.addAll(more);
        telemetry = Optional.empty();
    }
}
