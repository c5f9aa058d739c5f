package io.quarry.bench.conformance;

import io.quarry.data.Platform;
import io.quarry.data.Ticks;
import io.quarry.detect.hunt.Scans;
import io.quarry.engine.Engine;
import io.quarry.engine.RunOptions;
import io.quarry.engine.run.StoppedException;
import io.quarry.kql.Kql;
import io.quarry.kql.catalog.KqlCatalog;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Compilation;
import io.quarry.plan.Diagnostic;
import io.quarry.plan.Draft;
import io.quarry.plan.Plan;
import io.quarry.plan.QueryException;
import io.quarry.plan.SourceText;
import io.quarry.telemetry.view.LoadedTelemetry;
import io.quarry.telemetry.view.Needs;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Compiles published queries for each platform, compares with what the platform's own analyzer says, and runs the valid ones
 * on empty tables. The last line is {@code agree=N place=N runs=N refused=N total=N}: queries for which valid or not agrees
 * on every platform; those whose first error begins at the same character; those that run on every platform where they are
 * valid; and those that hold something that we say we do not support yet, which is no error.
 */
final class KqlCorpus implements Score {
    /** A query that takes longer to compile and run over nothing is listed, in milliseconds. */
    private static final long SLOW = 2000;

    private final PrintStream out;
    private final Map<String, Integer> constructs = new TreeMap<>();
    private final Map<Platform, int[]> outcomes = new EnumMap<>(Platform.class);
    private int agree;
    private int place;
    private int withError;
    private int runs;
    private int valid;
    private int refused;
    private int total;

    private KqlCorpus(PrintStream out) {
        this.out = out;
    }

    /** Compiles and runs the queries of a file, one JSON object a line, and lists what differs. */
    static Score run(List<Path> files, PrintStream out) throws IOException {
        KqlCorpus corpus = new KqlCorpus(out);
        for (Path file : files) {
            for (String line : Files.readAllLines(file)) {
                if (JsonTree.parse(line) instanceof Map<?, ?> node) {
                    corpus.judge(CorpusQuery.read(node));
                }
            }
        }
        corpus.summarize();
        return corpus;
    }

    @Override
    public boolean isPerfect() {
        return agree == total && place == withError && runs == valid;
    }

    @Override
    public String line() {
        return "agree=" + agree + " place=" + place + " runs=" + runs + " refused=" + refused + " total=" + total;
    }

    private void judge(CorpusQuery query) {
        total++;
        long start = System.nanoTime();
        Map<Platform, Compilation> compilations = new LinkedHashMap<>();
        for (Platform platform : CorpusQuery.PLATFORMS) {
            SourceText source = new SourceText(query.id(), query.text());
            compilations.put(platform, Kql.compile(source, KqlCatalog.of(platform)));
        }
        agree += agrees(query, compilations) ? 1 : 0;
        if (query.place().isPresent()) {
            withError++;
            place += isPlaced(query, compilations.get(query.best())) ? 1 : 0;
        }
        if (!query.valid().isEmpty()) {
            valid++;
            execute(query, compilations);
        }
        long millis = (System.nanoTime() - start) / 1_000_000;
        if (millis > SLOW) {
            out.println("slow: " + query.id() + ": " + millis + " ms");
        }
    }

    private boolean agrees(CorpusQuery query, Map<Platform, Compilation> compilations) {
        boolean all = true;
        for (Map.Entry<Platform, Compilation> entry : compilations.entrySet()) {
            Optional<Diagnostic> error = error(entry.getValue());
            boolean expected = query.valid().contains(entry.getKey());
            outcomes.computeIfAbsent(entry.getKey(), platform -> new int[4])[
                    (expected ? 0 : 2) + (error.isEmpty() ? 0 : 1)]++;
            if (error.isEmpty() != expected) {
                all = false;
                out.println("differs: " + query.id() + " on " + entry.getKey().label()
                        + (expected ? ": valid, found " + at(error.get()) : ": has an error, none found"));
            }
        }
        return all;
    }

    private boolean isPlaced(CorpusQuery query, Compilation compilation) {
        Optional<Diagnostic> error = query.kind() == CorpusQuery.Kind.GRAMMAR
                ? compilation.diagnostics().stream()
                        .filter(diagnostic -> diagnostic.code() == CommonCode.SYNTAX)
                        .findFirst()
                : error(compilation);
        int expected = query.place().orElseThrow();
        if (error.isPresent() && error.get().span().start() == expected) {
            return true;
        }
        SourceText source = new SourceText(query.id(), query.text());
        out.println("place: " + query.id() + " on " + query.best().label() + ": expected " + source.line(expected) + ":"
                + source.column(expected) + ", found "
                + error.map(KqlCorpus::at).orElse("no error"));
        return false;
    }

    /** The first error by place; what we cannot run yet is none. */
    private static Optional<Diagnostic> error(Compilation compilation) {
        return compilation.diagnostics().stream()
                .filter(diagnostic -> diagnostic.isError() && diagnostic.code() != CommonCode.UNSUPPORTED)
                .findFirst();
    }

    private static String at(Diagnostic diagnostic) {
        int start = diagnostic.span().start();
        return diagnostic.code().name() + " at " + diagnostic.source().line(start) + ":"
                + diagnostic.source().column(start) + " " + diagnostic.message();
    }

    private void execute(CorpusQuery query, Map<Platform, Compilation> compilations) {
        boolean ran = true;
        boolean unsupported = false;
        for (Platform platform : query.valid()) {
            Compilation compilation = compilations.get(platform);
            Optional<Diagnostic> reason = compilation.diagnostics().stream()
                    .filter(diagnostic -> diagnostic.code() == CommonCode.UNSUPPORTED)
                    .findFirst();
            if (reason.isPresent() && !unsupported) {
                constructs.merge(reason.get().message(), 1, Integer::sum);
            }
            unsupported |= reason.isPresent();
            ran &= compilation.draft().isPresent()
                    && answers(query, platform, compilation.draft().get());
        }
        runs += ran ? 1 : 0;
        refused += unsupported ? 1 : 0;
    }

    private boolean answers(CorpusQuery query, Platform platform, Draft draft) {
        Needs needs = Needs.none();
        for (Plan read : draft.reads()) {
            needs = Scans.addTo(needs, read);
        }
        LoadedTelemetry none = LoadedTelemetry.of(List.of(), needs);
        RunOptions options = RunOptions.at(Ticks.UNIX_EPOCH);
        try {
            Engine.run(draft.complete(Engine.probe(none, options)), none, options);
            return true;
        } catch (QueryException | StoppedException e) {
            out.println("fails: " + query.id() + " on " + platform.label() + ": " + e.getMessage());
            return false;
        }
    }

    private void summarize() {
        constructs.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(entry -> out.println("refused: " + entry.getValue() + " x " + entry.getKey()));
        out.println("platform   valid: accepted refused   with error: refused accepted");
        outcomes.forEach((platform, counts) ->
                out.printf("%-10s %15d %7d %21d %8d%n", platform.label(), counts[0], counts[1], counts[3], counts[2]));
        out.println("place of the first error: " + place + " of " + withError + "; valid queries that run: " + runs
                + " of " + valid);
    }
}
