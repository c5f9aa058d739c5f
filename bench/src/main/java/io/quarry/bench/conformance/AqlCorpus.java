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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Compiles collected AQL queries against the standard catalog. The last line is {@code accepted=N repaired=N refused=N
 * total=N}: queries that compile as they are written; those that compile once the offered repairs are made; and the others,
 * of which the table tells apart those that hold something that we say we do not support yet, and those that
 * {@link #EXCEPTIONS} argues are no queries or none that QRadar would run.
 */
final class AqlCorpus implements Score {
    /** Texts that cannot be accepted honestly: eight digits of the SHA-256 of the text, and the reason. */
    private static final String EXCEPTIONS = "aql-exceptions.txt";

    private static final String PSEUDO = "pseudo";

    /** What becomes of a query. */
    private enum Outcome {
        ACCEPTED,
        REPAIRED,
        /** What is left after the repairs is something that we say we do not support yet. */
        UNSUPPORTED,
        REFUSED,
        /** Refused, and rightly so. */
        EXCEPTED;

        String shown() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final PrintStream out;
    private final Map<String, Map<Outcome, Integer>> byTrust = new TreeMap<>();
    private final Map<String, String> exceptions;
    private int total;

    private AqlCorpus(PrintStream out, Map<String, String> exceptions) {
        this.out = out;
        this.exceptions = exceptions;
    }

    /** Compiles the queries of a file, one JSON object a line, and lists what is not accepted. */
    static Score run(List<Path> files, PrintStream out) throws IOException {
        AqlCorpus corpus = new AqlCorpus(out, Exceptions.read(EXCEPTIONS));
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

    /** True if all is accepted or repaired but for what is argued; of what is no AQL, nothing is accepted. */
    @Override
    public boolean isPerfect() {
        Map<Outcome, Integer> pseudo = byTrust.getOrDefault(PSEUDO, Map.of());
        int refused = refused() - count(Outcome.EXCEPTED);
        int ofPseudo = pseudo.getOrDefault(Outcome.REFUSED, 0) + pseudo.getOrDefault(Outcome.UNSUPPORTED, 0);
        return refused == ofPseudo && !pseudo.containsKey(Outcome.ACCEPTED);
    }

    private int refused() {
        return count(Outcome.UNSUPPORTED) + count(Outcome.REFUSED) + count(Outcome.EXCEPTED);
    }

    @Override
    public String line() {
        return "accepted=" + count(Outcome.ACCEPTED) + " repaired=" + count(Outcome.REPAIRED) + " refused=" + refused()
                + " total=" + total;
    }

    private void judge(int line, Map<?, ?> node) {
        total++;
        String trust = String.valueOf(node.get("trust"));
        SourceText source = new SourceText(trust + " " + line, String.valueOf(node.get("query")));
        List<Diagnostic> errors = errors(source);
        Outcome outcome = errors.isEmpty() ? Outcome.ACCEPTED : repaired(source);
        String reason = exceptions.get(digest(source.text()));
        if (reason != null && outcome != Outcome.ACCEPTED) {
            outcome = outcome == Outcome.REPAIRED ? outcome : Outcome.EXCEPTED;
            out.println("argued: " + source.name() + ": " + reason);
        }
        byTrust.computeIfAbsent(trust, name -> new EnumMap<>(Outcome.class)).merge(outcome, 1, Integer::sum);
        for (Diagnostic error : errors) {
            int start = error.span().start();
            out.println(outcome.shown() + ": " + source.name() + ": "
                    + error.code().name() + " at " + source.line(start) + ":" + source.column(start) + " "
                    + error.message());
        }
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
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
        out.println(
                "trust       accepted repaired unsupported refused excepted  accepted or repaired, of those not excepted");
        byTrust.forEach((trust, counts) -> {
            int good = counts.getOrDefault(Outcome.ACCEPTED, 0) + counts.getOrDefault(Outcome.REPAIRED, 0);
            int all = counts.values().stream().mapToInt(Integer::intValue).sum()
                    - counts.getOrDefault(Outcome.EXCEPTED, 0);
            out.printf(
                    Locale.ROOT,
                    "%-11s %8d %8d %11d %7d %8d  %.1f %%%n",
                    trust,
                    counts.getOrDefault(Outcome.ACCEPTED, 0),
                    counts.getOrDefault(Outcome.REPAIRED, 0),
                    counts.getOrDefault(Outcome.UNSUPPORTED, 0),
                    counts.getOrDefault(Outcome.REFUSED, 0),
                    counts.getOrDefault(Outcome.EXCEPTED, 0),
                    all == 0 ? 100 : 100.0 * good / all);
        });
        out.println(
                "excepted: " + count(Outcome.EXCEPTED) + " of the refused, with reasons above and in " + EXCEPTIONS);
    }
}
