package io.quarry.bench.conformance;

import io.quarry.data.Platform;
import io.quarry.data.Table;
import io.quarry.data.TableName;
import io.quarry.engine.Engine;
import io.quarry.engine.Result;
import io.quarry.engine.RunOptions;
import io.quarry.kql.Kql;
import io.quarry.kql.catalog.KqlCatalog;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Diagnostic;
import io.quarry.plan.Plan;
import io.quarry.plan.QueryException;
import io.quarry.plan.SourceText;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Runs recorded KQL queries that bring their own rows, and compares the answers. The last line is {@code right=N refused=N
 * wrong=N total=N}: right are equal answers, and queries that the recording engine refused and we refuse; refused are those
 * that we say we do not support yet; wrong is all else. What is about shapes on the earth and graphs is counted apart. Left out
 * are the ids that a file {@code *-doubtful.jsonl} beside the cases lists, and those that {@link #EXCEPTIONS} argues against.
 */
final class KqlCases implements Score {
    /** Cases whose recorded answer is wrong: an id and the reason in each line. */
    private static final String EXCEPTIONS = "kql-exceptions.txt";

    private static final KqlCatalog CATALOG = KqlCatalog.of(Platform.DEFENDER);

    private enum Outcome {
        RIGHT,
        REFUSED,
        WRONG
    }

    private final PrintStream out;
    private final Map<KqlCase.Area, Map<Outcome, Integer>> counts = new EnumMap<>(KqlCase.Area.class);

    private KqlCases(PrintStream out) {
        this.out = out;
    }

    /** Runs the cases of a file, one JSON object a line, and lists what is not right. */
    static Score run(List<Path> files, PrintStream out) throws IOException {
        KqlCases cases = new KqlCases(out);
        Map<String, String> exceptions = Exceptions.read(EXCEPTIONS);
        for (Path file : files) {
            Set<String> doubtful = doubtful(file.toAbsolutePath().getParent());
            for (Map<?, ?> node : objects(file)) {
                Optional<KqlCase> one = KqlCase.read(node).filter(each -> !doubtful.contains(each.id()));
                if (one.isPresent() && exceptions.containsKey(one.get().id())) {
                    out.println("left out: " + one.get().id() + ": "
                            + exceptions.get(one.get().id()));
                } else {
                    one.ifPresent(cases::run);
                }
            }
        }
        if (cases.counts.containsKey(KqlCase.Area.SHAPES_AND_GRAPHS)) {
            out.println("shapes and graphs, counted apart: " + cases.line(KqlCase.Area.SHAPES_AND_GRAPHS));
        }
        return cases;
    }

    private static List<Map<?, ?>> objects(Path file) throws IOException {
        List<Map<?, ?>> objects = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (JsonTree.parse(line) instanceof Map<?, ?> node) {
                objects.add(node);
            }
        }
        return objects;
    }

    private static Set<String> doubtful(Path folder) throws IOException {
        Set<String> ids = new HashSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*-doubtful.jsonl")) {
            for (Path file : files) {
                objects(file).forEach(node -> ids.add(String.valueOf(node.get("id"))));
            }
        }
        return ids;
    }

    @Override
    public boolean isPerfect() {
        return count(KqlCase.Area.TABLES, Outcome.WRONG) == 0;
    }

    @Override
    public String line() {
        return line(KqlCase.Area.TABLES);
    }

    private String line(KqlCase.Area area) {
        int right = count(area, Outcome.RIGHT);
        int refused = count(area, Outcome.REFUSED);
        int wrong = count(area, Outcome.WRONG);
        return "right=" + right + " refused=" + refused + " wrong=" + wrong + " total=" + (right + refused + wrong);
    }

    private int count(KqlCase.Area area, Outcome outcome) {
        return counts.getOrDefault(area, Map.of()).getOrDefault(outcome, 0);
    }

    private void run(KqlCase one) {
        RunOptions options = RunOptions.defaults();
        Outcome outcome;
        try {
            Plan plan = Kql.compile(
                            new SourceText(one.id(), one.query()), CATALOG, Engine.probe(KqlCases::noTable, options))
                    .orThrow();
            outcome = compare(one, Engine.run(plan, KqlCases::noTable, options));
        } catch (QueryException failed) {
            outcome = refuse(one, failed.diagnostics());
        }
        counts.computeIfAbsent(one.area(), area -> new EnumMap<>(Outcome.class)).merge(outcome, 1, Integer::sum);
    }

    private Outcome refuse(KqlCase one, List<Diagnostic> diagnostics) {
        if (one.isError()) {
            return Outcome.RIGHT;
        }
        Diagnostic first =
                diagnostics.stream().filter(Diagnostic::isError).findFirst().orElseThrow();
        boolean isUnsupported = diagnostics.stream().anyMatch(each -> each.code() == CommonCode.UNSUPPORTED);
        out.println((isUnsupported ? "refused: " : "wrong: ") + one.id() + ": "
                + first.code().name() + " " + first.message());
        return isUnsupported ? Outcome.REFUSED : Outcome.WRONG;
    }

    private Outcome compare(KqlCase one, Result result) {
        if (one.isError()) {
            out.println("wrong: " + one.id() + ": answered, and the recording engine refused\n  " + one.query());
            return Outcome.WRONG;
        }
        List<List<Object>> rows = result.rows();
        List<String> names = result.schema().names();
        if (names.equals(one.columns()) && CellComparison.sameRows(one, result.schema(), rows)) {
            return Outcome.RIGHT;
        }
        out.println("wrong: " + one.id() + "\n  " + one.query() + "\n  expected " + one.columns() + " " + one.rows()
                + "\n  found    " + result.schema() + " " + rows);
        return Outcome.WRONG;
    }

    /** The cases bring their rows with them. */
    private static Table noTable(TableName name) {
        throw new IllegalArgumentException("no table " + name);
    }
}
