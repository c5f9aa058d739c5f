package io.quarry.engine.expression;

import io.quarry.data.Type;
import io.quarry.plan.Expr;
import java.util.List;
import java.util.OptionalInt;

/** What an expression's value depends on. */
final class Dependence {
    private static final int NONE_YET = -1;
    private static final int OTHERS = -2;

    private Dependence() {}

    /** The text column that alone decides the value; empty if there are more, none, other types, or chance. */
    static OptionalInt onOneText(Expr expr) {
        int column = textColumn(expr, NONE_YET);
        return column < 0 ? OptionalInt.empty() : OptionalInt.of(column);
    }

    /** The expression with its only column at index 0. */
    static Expr onFirstColumn(Expr expr) {
        if (expr instanceof Expr.Column column) {
            return new Expr.Column(0, column.type());
        }
        List<Expr> children = expr.children();
        return children.isEmpty()
                ? expr
                : expr.withChildren(
                        children.stream().map(Dependence::onFirstColumn).toList());
    }

    private static int textColumn(Expr expr, int soFar) {
        if (expr instanceof Expr.Column column) {
            boolean isSame = soFar == NONE_YET || soFar == column.index();
            return isSame && column.type() == Type.STRING ? column.index() : OTHERS;
        }
        if (expr instanceof Expr.Call call && !call.function().isDeterministic()) {
            return OTHERS;
        }
        int found = soFar;
        for (Expr child : expr.children()) {
            found = textColumn(child, found);
            if (found == OTHERS) {
                return OTHERS;
            }
        }
        return found;
    }
}
