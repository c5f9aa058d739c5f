package io.quarry.kql;

import io.quarry.data.Type;
import io.quarry.plan.Expr;
import io.quarry.plan.Plan;
import io.quarry.plan.WindowCall;
import io.quarry.plan.WindowFunction;
import java.util.List;

/** A hidden last column that counts the rows from 1. */
final class RowNumbers {
    private static final String NAME = "$row";

    private RowNumbers() {}

    /** The rows, counted anew for each tuple of keys. */
    static Plan within(Plan rows, List<Expr> keys) {
        List<Expr> arguments = List.of(new Expr.Literal(Type.LONG, 1L), new Expr.Literal(Type.BOOL, false));
        return new Plan.Window(rows, keys, List.of(new WindowCall(NAME, WindowFunction.ROW_NUMBER, arguments)));
    }

    /** The number of a row of {@link #within}. */
    static Expr of(Plan numbered) {
        return new Expr.Column(numbered.schema().size() - 1, Type.LONG);
    }
}
