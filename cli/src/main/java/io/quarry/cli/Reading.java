package io.quarry.cli;

import io.quarry.data.Platform;
import io.quarry.data.TableName;
import io.quarry.engine.run.CancelToken;
import io.quarry.telemetry.ReadProblem;
import io.quarry.telemetry.read.InputException;
import io.quarry.telemetry.read.ReadOptions;
import io.quarry.telemetry.read.ReadReport;
import io.quarry.telemetry.read.SkippedFile;
import io.quarry.telemetry.view.LoadedTelemetry;
import io.quarry.telemetry.view.Needs;
import io.quarry.telemetry.view.Views;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Loads the telemetry that a command was given, and says on standard error what was read and what was not. */
final class Reading {
    private static final int PROBLEMS_SHOWN = 20;
    private static final int TABLES_SHOWN = 3;
    private static final double MEGABYTE = 1e6;

    private final Terminal terminal;
    private final Notes notes;
    private final int threads;
    private final CancelToken token;

    Reading(Terminal terminal, Notes notes, int threads) {
        this(terminal, notes, threads, CancelToken.none());
    }

    /** @param token stops reading */
    Reading(Terminal terminal, Notes notes, int threads, CancelToken token) {
        this.terminal = terminal;
        this.notes = notes;
        this.threads = threads;
        this.token = token;
    }

    /** The arguments as paths; at least one. */
    static List<Path> inputs(List<String> arguments) {
        List<Path> inputs = new ArrayList<>();
        for (String argument : arguments) {
            try {
                inputs.add(Path.of(argument));
            } catch (java.nio.file.InvalidPathException e) {
                throw new UsageException("'" + argument + "' is no path: " + e.getReason());
            }
        }
        if (inputs.isEmpty()) {
            throw new UsageException(
                    "no events given; expected files or folders of telemetry (EVTX, XML, JSON, syslog, each also as .gz)");
        }
        return inputs;
    }

    /**
     * Loads what is needed.
     *
     * @param deciding the part of the needs that decides which rows there are: if telemetry cannot fill one of these, that
     *     is said
     */
    LoadedTelemetry load(List<Path> inputs, Needs needs, Needs deciding) {
        LoadedTelemetry telemetry = load(inputs, needs);
        warnOfEmptyColumns(deciding);
        return telemetry;
    }

    /**
     * Loads what is needed.
     *
     * @throws io.quarry.engine.run.StoppedException if that is cancelled
     */
    LoadedTelemetry load(List<Path> inputs, Needs needs) {
        Progress progress = new Progress(terminal, token);
        long start = System.nanoTime();
        LoadedTelemetry telemetry;
        try {
            telemetry = LoadedTelemetry.load(inputs, needs, new ReadOptions(threads, progress));
        } catch (InputException e) {
            throw new UsageException(e.getMessage());
        } finally {
            progress.clear();
        }
        report(telemetry, (System.nanoTime() - start) / 1e9);
        if (telemetry.report().files().isEmpty()) {
            throw new UsageException("no telemetry could be read from "
                    + inputs.stream().map(Path::toString).collect(Collectors.joining(", ")));
        }
        return telemetry;
    }

    private void report(LoadedTelemetry telemetry, double seconds) {
        ReadReport report = telemetry.report();
        reportProblems(telemetry.problems(), report.problems());
        reportSkipped(report.skipped());
        notes.line(String.format(
                Locale.ROOT,
                "read %s from %s (%.1f MB) in %.2f s: %,.0f events/s, %.1f MB/s; %s skipped, %s unreadable",
                Words.count(report.records(), "event"),
                Words.count(report.files().size(), "file"),
                report.bytes() / MEGABYTE,
                seconds,
                report.records() / seconds,
                report.bytes() / MEGABYTE / seconds,
                Words.count(report.skipped().size(), "file"),
                Words.count(report.problems(), "place")));
        if (telemetry.eventsWithoutTime() > 0) {
            notes.note(Words.count(telemetry.eventsWithoutTime(), "event")
                    + " without a time: no time window of a query holds what has none");
        }
    }

    private void reportProblems(List<ReadProblem> problems, long count) {
        int shown = notes.areVerbose() ? problems.size() : PROBLEMS_SHOWN;
        problems.stream().limit(shown).forEach(problem -> terminal.err().println("unreadable: " + problem.render()));
        long more = count - Math.min(shown, problems.size());
        if (more > 0) {
            terminal.err()
                    .println("unreadable: ... and " + Words.count(more, "more place")
                            + (notes.areVerbose() ? "" : "; --verbose shows them"));
        }
    }

    /** A line for each file if every detail is wanted, else one for each reason. */
    private void reportSkipped(List<SkippedFile> skipped) {
        Map<String, List<String>> byReason = skipped.stream()
                .collect(Collectors.groupingBy(
                        SkippedFile::reason,
                        LinkedHashMap::new,
                        Collectors.mapping(SkippedFile::file, Collectors.toList())));
        byReason.forEach((reason, files) -> {
            if (notes.areVerbose() || files.size() == 1) {
                files.forEach(file -> terminal.err().println("skipped: " + file + ": " + reason));
            } else {
                terminal.err()
                        .println("skipped: " + Words.count(files.size(), "file") + ": " + reason + ": "
                                + notes.names(files));
            }
        });
    }

    /**
     * Says which tables and columns nothing fills: a condition on one of them is not answered by "no match". A line for the
     * tables, and one for the columns of each table; of many tables, as {@code search} reads them, one for all.
     */
    void warnOfEmptyColumns(Needs deciding) {
        Views views = Views.shipped();
        Set<String> declared = deciding.properties().stream()
                .map(property -> property.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        List<String> emptyTables = new ArrayList<>();
        Map<String, List<String>> emptyColumns = new LinkedHashMap<>();
        for (TableName table : deciding.tables()) {
            List<String> never = deciding.schema(table).orElseThrow().names().stream()
                    .filter(column -> !column.startsWith("$") && !views.fills(table, column))
                    .filter(column ->
                            table.platform() != Platform.QRADAR || !declared.contains(column.toLowerCase(Locale.ROOT)))
                    .toList();
            if (!views.tables().contains(table)) {
                emptyTables.add(table.name());
            } else if (!never.isEmpty()) {
                emptyColumns.put(table.name(), never);
            }
        }
        if (!emptyTables.isEmpty()) {
            notes.warning("Quarry fills no table " + notes.names(emptyTables) + " from telemetry yet; "
                    + (emptyTables.size() == 1 ? "it is empty" : "they are empty"));
        }
        if (emptyColumns.size() > TABLES_SHOWN && !notes.areVerbose()) {
            notes.warning(Words.count(emptyColumns.size(), "table")
                    + " that the query reads have columns that this telemetry never fills: "
                    + notes.names(List.copyOf(emptyColumns.keySet())) + "; --verbose names the columns");
        } else {
            emptyColumns.forEach(
                    (table, columns) -> notes.warning(table + ": this telemetry never fills " + notes.names(columns)));
        }
    }
}
