package io.quarry.kql.type;

import io.quarry.data.CapacityException;
import io.quarry.plan.Expr;
import io.quarry.plan.FunctionException;
import java.util.List;
import java.util.Optional;

/** Computes what needs no row and no clock. */
public final class Constants {
    /** Longer texts and arrays are left to the run, which has a time limit, as is all that is computed from them. */
    private static final int LONGEST_TEXT = 1 << 20;

    private static final int LONGEST_ARRAY = 10_000;

    private Constants() {}

    /** The expression as a literal where all that it is made of is known; else as it is. */
    public static Expr fold(Expr expr) {
        if (expr instanceof Expr.Call call && call.function().isDeterministic()) {
            Object[] arguments = new Object[call.arguments().size()];
            for (int i = 0; i < arguments.length; i++) {
                Expr argument = fold(call.arguments().get(i));
                if (!(argument instanceof Expr.Literal literal)) {
                    return expr;
                }
                arguments[i] = literal.value();
            }
            try {
                Object value = call.function().apply(arguments);
                return isLong(value) ? expr : new Expr.Literal(expr.type(), value);
            } catch (FunctionException | CapacityException | StackOverflowError failsWhenRun) {
                return expr;
            }
        }
        return expr;
    }

    private static boolean isLong(Object value) {
        return value instanceof String text && text.length() > LONGEST_TEXT
                || value instanceof List<?> array && array.size() > LONGEST_ARRAY;
    }

    /** The literal that an expression is or folds to. */
    public static Optional<Expr.Literal> literal(Expr expr) {
        return fold(expr) instanceof Expr.Literal literal ? Optional.of(literal) : Optional.empty();
    }
}
