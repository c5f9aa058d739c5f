package io.quarry.bench.conformance;

import io.quarry.data.Platform;
import io.quarry.data.Table;
import io.quarry.data.TableName;
import io.quarry.engine.Engine;
import io.quarry.engine.Result;
import io.quarry.engine.RunOptions;
import io.quarry.kql.Kql;
import io.quarry.kql.KqlCatalog;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Diagnostic;
import io.quarry.plan.Plan;
import io.quarry.plan.QueryException;
import io.quarry.plan.SourceText;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Runs recorded KQL queries that bring their own rows, and compares the answers. The last line is {@code right=N refused=N
 * wrong=N total=N}: right are equal answers, and queries that the recording engine refused and we refuse; refused are those
 * that we say we do not support yet; wrong is all else.
 */
final class KqlCases implements Score {
    private static final KqlCatalog CATALOG = KqlCatalog.of(Platform.DEFENDER);

    private final PrintStream out;
    private int right;
    private int refused;
    private int wrong;

    private KqlCases(PrintStream out) {
        this.out = out;
    }

    /** Runs the cases of a file, one JSON object a line, and lists what is not right. */
    static Score run(List<Path> files, PrintStream out) throws IOException {
        KqlCases cases = new KqlCases(out);
        for (Path file : files) {
            for (String line : Files.readAllLines(file)) {
                if (JsonTree.parse(line) instanceof Map<?, ?> node) {
                    KqlCase.read(node).ifPresent(cases::run);
                }
            }
        }
        return cases;
    }

    @Override
    public boolean isPerfect() {
        return wrong == 0;
    }

    @Override
    public String line() {
        return "right=" + right + " refused=" + refused + " wrong=" + wrong + " total=" + (right + refused + wrong);
    }

    private void run(KqlCase one) {
        RunOptions options = RunOptions.defaults();
        try {
            Plan plan = Kql.compile(
                            new SourceText(one.id(), one.query()), CATALOG, Engine.probe(KqlCases::noTable, options))
                    .orThrow();
            compare(one, Engine.run(plan, KqlCases::noTable, options));
        } catch (QueryException failed) {
            refuse(one, failed.diagnostics());
        }
    }

    private void refuse(KqlCase one, List<Diagnostic> diagnostics) {
        if (one.isError()) {
            right++;
            return;
        }
        Diagnostic first =
                diagnostics.stream().filter(Diagnostic::isError).findFirst().orElseThrow();
        boolean isUnsupported = diagnostics.stream().anyMatch(each -> each.code() == CommonCode.UNSUPPORTED);
        if (isUnsupported) {
            refused++;
        } else {
            wrong++;
        }
        out.println((isUnsupported ? "refused: " : "wrong: ") + one.id() + ": "
                + first.code().name() + " " + first.message());
    }

    private void compare(KqlCase one, Result result) {
        if (one.isError()) {
            wrong++;
            out.println("wrong: " + one.id() + ": answered, and the recording engine refused\n  " + one.query());
            return;
        }
        List<List<Object>> rows = result.rows();
        List<String> names = result.schema().names();
        if (names.equals(one.columns()) && CellComparison.sameRows(one, result.schema(), rows)) {
            right++;
            return;
        }
        wrong++;
        out.println("wrong: " + one.id() + "\n  " + one.query() + "\n  expected " + one.columns() + " " + one.rows()
                + "\n  found    " + result.schema() + " " + rows);
    }

    /** The cases bring their rows with them. */
    private static Table noTable(TableName name) {
        throw new IllegalArgumentException("no table " + name);
    }
}
