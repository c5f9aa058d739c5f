package io.quarry.engine.rule;

import io.quarry.plan.Expr;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** The columns that expressions refer to. */
final class Columns {
    private Columns() {}

    static BitSet used(Expr expr) {
        BitSet used = new BitSet();
        collect(expr, used);
        return used;
    }

    static BitSet used(List<Expr> exprs) {
        BitSet used = new BitSet();
        exprs.forEach(expr -> collect(expr, used));
        return used;
    }

    /** How often the expression refers to a column. */
    static int uses(Expr expr, int index) {
        if (expr instanceof Expr.Column column) {
            return column.index() == index ? 1 : 0;
        }
        return expr.children().stream().mapToInt(child -> uses(child, index)).sum();
    }

    /** The expression with each column replaced by the expression at its index. */
    static Expr substitute(Expr expr, List<Expr> replacements) {
        if (expr instanceof Expr.Column column) {
            return replacements.get(column.index());
        }
        List<Expr> children = expr.children();
        return children.isEmpty()
                ? expr
                : expr.withChildren(children.stream()
                        .map(child -> substitute(child, replacements))
                        .toList());
    }

    /** The expression with each column's index replaced. */
    static Expr move(Expr expr, IntUnaryOperator indexes) {
        if (expr instanceof Expr.Column column) {
            return new Expr.Column(indexes.applyAsInt(column.index()), column.type());
        }
        List<Expr> children = expr.children();
        return children.isEmpty()
                ? expr
                : expr.withChildren(
                        children.stream().map(child -> move(child, indexes)).toList());
    }

    /** True for what costs nothing to compute again. */
    static boolean isTrivial(Expr expr) {
        return expr instanceof Expr.Column || expr instanceof Expr.Literal || expr instanceof Expr.Subquery;
    }

    private static void collect(Expr expr, BitSet used) {
        if (expr instanceof Expr.Column column) {
            used.set(column.index());
        }
        expr.children().forEach(child -> collect(child, used));
    }
}
