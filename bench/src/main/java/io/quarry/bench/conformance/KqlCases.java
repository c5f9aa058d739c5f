package io.quarry.bench.conformance;

import io.quarry.data.Batch;
import io.quarry.data.Platform;
import io.quarry.data.Table;
import io.quarry.data.TableName;
import io.quarry.engine.Engine;
import io.quarry.engine.Result;
import io.quarry.engine.RunOptions;
import io.quarry.kql.Kql;
import io.quarry.kql.KqlCatalog;
import io.quarry.plan.Compilation;
import io.quarry.plan.Diagnostic;
import io.quarry.plan.QueryException;
import io.quarry.plan.SourceText;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs recorded KQL queries that bring their own rows, and compares the answers. The last line is {@code right=N refused=N
 * wrong=N total=N}: right are equal answers, and queries that the recording engine refused and we refuse; refused are those
 * that we cannot answer; wrong is all else.
 */
public final class KqlCases {
    private static final KqlCatalog CATALOG = KqlCatalog.of(Platform.DEFENDER);

    private final PrintStream out;
    private int right;
    private int refused;
    private int wrong;

    private KqlCases(PrintStream out) {
        this.out = out;
    }

    /** @param words files of cases, one JSON object a line */
    public static void main(String[] words) throws IOException {
        KqlCases cases = new KqlCases(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        for (String file : words) {
            for (String line : Files.readAllLines(Path.of(file))) {
                if (JsonTree.parse(line) instanceof Map<?, ?> node) {
                    Optional<KqlCase> read = KqlCase.read(node);
                    if (read.isPresent()) {
                        cases.run(read.get());
                    }
                }
            }
        }
        int total = cases.right + cases.refused + cases.wrong;
        cases.out.println(
                "right=" + cases.right + " refused=" + cases.refused + " wrong=" + cases.wrong + " total=" + total);
        System.exit(cases.wrong == 0 ? 0 : 1);
    }

    private void run(KqlCase one) {
        Compilation compilation = Kql.compile(new SourceText(one.id(), one.query()), CATALOG);
        if (compilation.plan().isEmpty()) {
            refuse(one, compilation.diagnostics());
            return;
        }
        try {
            Result result = Engine.run(compilation.plan().get(), KqlCases::noTable, RunOptions.defaults());
            compare(one, result);
        } catch (QueryException failed) {
            refuse(one, failed.diagnostics());
        }
    }

    private void refuse(KqlCase one, List<Diagnostic> diagnostics) {
        if (one.isError()) {
            right++;
            return;
        }
        refused++;
        Diagnostic first = diagnostics.get(0);
        out.println("refused: " + one.id() + ": " + first.code().name() + " " + first.message());
    }

    private void compare(KqlCase one, Result result) {
        if (one.isError()) {
            wrong++;
            out.println("wrong: " + one.id() + ": answered, and the recording engine refused\n  " + one.query());
            return;
        }
        List<List<Object>> rows = rows(result);
        List<String> names = result.schema().names();
        if (names.equals(one.columns()) && CellComparison.sameRows(one, result.schema(), rows)) {
            right++;
            return;
        }
        wrong++;
        out.println("wrong: " + one.id() + "\n  " + one.query() + "\n  expected " + one.columns() + " " + one.rows()
                + "\n  found    " + result.schema() + " " + rows);
    }

    private static List<List<Object>> rows(Result result) {
        List<List<Object>> rows = new ArrayList<>();
        for (Batch batch : result.batches()) {
            for (int row = 0; row < batch.rows(); row++) {
                List<Object> values = new ArrayList<>();
                for (int column = 0; column < result.schema().size(); column++) {
                    values.add(batch.column(column).value(row));
                }
                rows.add(values);
            }
        }
        return rows;
    }

    /** The cases bring their rows with them. */
    private static Table noTable(TableName name) {
        throw new IllegalArgumentException("no table " + name);
    }
}
