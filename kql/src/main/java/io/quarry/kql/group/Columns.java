package io.quarry.kql.group;

import io.quarry.data.Type;
import io.quarry.plan.Expr;
import io.quarry.plan.NamedExpr;
import io.quarry.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/** Columns of a plan by their places. */
public final class Columns {
    private static final String FLAG = "$present";

    private Columns() {}

    /** The columns from one place up to another, as they are. */
    public static List<NamedExpr> range(Plan plan, int from, int to) {
        List<NamedExpr> columns = new ArrayList<>(to - from);
        for (int i = from; i < to; i++) {
            columns.add(new NamedExpr(
                    plan.schema().name(i), new Expr.Column(i, plan.schema().type(i))));
        }
        return columns;
    }

    static Plan select(Plan plan, List<List<NamedExpr>> parts) {
        return new Plan.Project(plan, parts.stream().flatMap(List::stream).toList());
    }

    /** The rows with a last column that is true: of a row that a join does not find, it is null. */
    static Plan flagged(Plan plan) {
        List<NamedExpr> columns = range(plan, 0, plan.schema().size());
        columns.add(new NamedExpr(FLAG, new Expr.Literal(Type.BOOL, true)));
        return new Plan.Project(plan, columns);
    }

    /** Some columns where the flag is true, else others of the same types. */
    static List<NamedExpr> either(Plan plan, int flag, List<NamedExpr> some, List<NamedExpr> others) {
        List<NamedExpr> columns = new ArrayList<>(some.size());
        for (int i = 0; i < some.size(); i++) {
            columns.add(new NamedExpr(
                    some.get(i).name(),
                    new Expr.Case(
                            List.of(new Expr.Column(flag, plan.schema().type(flag))),
                            List.of(some.get(i).expr()),
                            others.get(i).expr())));
        }
        return columns;
    }

    /** An expression over the same columns, of which those from a place on stand further behind. */
    static Expr shifted(Expr expr, int from, int by) {
        if (expr instanceof Expr.Column column) {
            return column.index() < from ? column : new Expr.Column(column.index() + by, column.type());
        }
        return expr.withChildren(
                expr.children().stream().map(child -> shifted(child, from, by)).toList());
    }
}
