package io.quarry.kql;

import io.quarry.data.Field;
import io.quarry.data.Platform;
import io.quarry.data.Schema;
import io.quarry.data.TableName;
import io.quarry.data.Type;
import io.quarry.kql.catalog.KqlCatalog;
import io.quarry.plan.Compilation;
import io.quarry.plan.Diagnostic;
import io.quarry.plan.SourceText;
import java.util.List;

/** Compiles queries over {@code T}, which has a column of each type, and {@code U}. */
final class Queries {
    static final Schema T = Schema.of(
            new Field("b", Type.BOOL),
            new Field("i", Type.INT),
            new Field("l", Type.LONG),
            new Field("r", Type.REAL),
            new Field("m", Type.DECIMAL),
            new Field("s", Type.STRING),
            new Field("t", Type.DATETIME),
            new Field("ts", Type.TIMESPAN),
            new Field("g", Type.GUID),
            new Field("d", Type.DYNAMIC));

    static final KqlCatalog CATALOG = KqlCatalog.of(Platform.DEFENDER)
            .with(new TableName(Platform.DEFENDER, "T"), T)
            .with(
                    new TableName(Platform.DEFENDER, "U"),
                    Schema.of(new Field("l", Type.LONG), new Field("s", Type.STRING), new Field("x", Type.INT)));

    private Queries() {}

    static Compilation compile(String query) {
        return Kql.compile(new SourceText("query", query), CATALOG);
    }

    /** The columns of the answer as {@code name: type}. */
    static List<String> columns(String query) {
        return compile(query).orThrow().schema().fields().stream()
                .map(Field::toString)
                .toList();
    }

    /** What is reported, as {@code CODE «text»}. */
    static List<String> problems(String query) {
        return compile(query).diagnostics().stream()
                .map(diagnostic -> problem(diagnostic))
                .toList();
    }

    private static String problem(Diagnostic diagnostic) {
        return diagnostic.code().name() + " " + diagnostic.source().slice(diagnostic.span());
    }
}
