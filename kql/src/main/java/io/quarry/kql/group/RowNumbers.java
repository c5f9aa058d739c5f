package io.quarry.kql.group;

import io.quarry.data.Type;
import io.quarry.kql.type.Overloads;
import io.quarry.plan.Expr;
import io.quarry.plan.Origin;
import io.quarry.plan.Plan;
import io.quarry.plan.SourceText;
import io.quarry.plan.Span;
import io.quarry.plan.WindowCall;
import io.quarry.plan.WindowFunction;
import java.util.List;

/** A hidden last column that counts the rows from 1. */
public final class RowNumbers {
    private static final String NAME = "$row";

    private RowNumbers() {}

    /** The rows, counted anew for each tuple of keys. */
    public static Plan within(Plan rows, List<Expr> keys) {
        List<Expr> arguments = List.of(new Expr.Literal(Type.LONG, 1L), new Expr.Literal(Type.BOOL, false));
        return new Plan.Window(rows, keys, List.of(new WindowCall(NAME, WindowFunction.ROW_NUMBER, arguments)));
    }

    /** The first rows of each tuple of keys. */
    static Plan first(Plan rows, List<Expr> keys, long count) {
        Plan numbered = within(rows, keys);
        Origin origin = new Origin(new SourceText("limit", "limit"), new Span(0, 5));
        Expr isAmong = Overloads.call("<=", List.of(of(numbered), new Expr.Literal(Type.LONG, count)), origin)
                .orElseThrow(() -> new IllegalStateException("no <= of numbers"));
        return new Plan.Project(
                new Plan.Filter(numbered, isAmong),
                Columns.range(numbered, 0, rows.schema().size()));
    }

    /** The number of a row of {@link #within}. */
    public static Expr of(Plan numbered) {
        return new Expr.Column(numbered.schema().size() - 1, Type.LONG);
    }
}
