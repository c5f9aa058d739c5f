package io.quarry.bench.conformance;

import io.quarry.aql.Aql;
import io.quarry.aql.catalog.AqlCatalog;
import io.quarry.detect.rule.Repairs;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Compilation;
import io.quarry.plan.Diagnostic;
import io.quarry.plan.SourceText;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Compiles collected AQL queries against the standard catalog. The last line is {@code accepted=N repaired=N refused=N
 * total=N}: queries that compile as they are written; those that compile once the offered repairs are made; and the others,
 * of which the table tells apart those that hold something that we say we do not support yet.
 */
final class AqlCorpus implements Score {
    /** What becomes of a query. */
    private enum Outcome {
        ACCEPTED,
        REPAIRED,
        /** What is left after the repairs is something that we say we do not support yet. */
        UNSUPPORTED,
        REFUSED;

        String shown() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final PrintStream out;
    private final Map<String, Map<Outcome, Integer>> byTrust = new TreeMap<>();
    private int total;

    private AqlCorpus(PrintStream out) {
        this.out = out;
    }

    /** Compiles the queries of a file, one JSON object a line, and lists what is not accepted. */
    static Score run(List<Path> files, PrintStream out) throws IOException {
        AqlCorpus corpus = new AqlCorpus(out);
        for (Path file : files) {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                if (JsonTree.parse(lines.get(i)) instanceof Map<?, ?> node) {
                    corpus.judge(i + 1, node);
                }
            }
        }
        corpus.summarize();
        return corpus;
    }

    @Override
    public boolean isPerfect() {
        return count(Outcome.ACCEPTED) + count(Outcome.REPAIRED) == total;
    }

    @Override
    public String line() {
        return "accepted=" + count(Outcome.ACCEPTED) + " repaired=" + count(Outcome.REPAIRED) + " refused="
                + (count(Outcome.UNSUPPORTED) + count(Outcome.REFUSED)) + " total=" + total;
    }

    private void judge(int line, Map<?, ?> node) {
        total++;
        String trust = String.valueOf(node.get("trust"));
        SourceText source = new SourceText(trust + " " + line, String.valueOf(node.get("query")));
        List<Diagnostic> errors = errors(source);
        Outcome outcome = errors.isEmpty() ? Outcome.ACCEPTED : repaired(source);
        byTrust.computeIfAbsent(trust, name -> new EnumMap<>(Outcome.class)).merge(outcome, 1, Integer::sum);
        for (Diagnostic error : errors) {
            int start = error.span().start();
            out.println(outcome.shown() + ": " + source.name() + ": "
                    + error.code().name() + " at " + source.line(start) + ":" + source.column(start) + " "
                    + error.message());
        }
    }

    private static Outcome repaired(SourceText written) {
        SourceText repaired =
                Repairs.of(written, text -> compile(text).diagnostics()).source();
        List<Diagnostic> left = errors(repaired);
        if (left.isEmpty()) {
            return Outcome.REPAIRED;
        }
        boolean isSound = left.stream().allMatch(error -> error.code() == CommonCode.UNSUPPORTED);
        return isSound ? Outcome.UNSUPPORTED : Outcome.REFUSED;
    }

    private static List<Diagnostic> errors(SourceText text) {
        return compile(text).diagnostics().stream().filter(Diagnostic::isError).toList();
    }

    private static Compilation compile(SourceText text) {
        return Aql.compile(text, AqlCatalog.standard());
    }

    private int count(Outcome outcome) {
        return byTrust.values().stream()
                .mapToInt(counts -> counts.getOrDefault(outcome, 0))
                .sum();
    }

    private void summarize() {
        out.println("trust       accepted repaired unsupported refused");
        byTrust.forEach((trust, counts) -> out.printf(
                "%-11s %8d %8d %11d %7d%n",
                trust,
                counts.getOrDefault(Outcome.ACCEPTED, 0),
                counts.getOrDefault(Outcome.REPAIRED, 0),
                counts.getOrDefault(Outcome.UNSUPPORTED, 0),
                counts.getOrDefault(Outcome.REFUSED, 0)));
    }
}
