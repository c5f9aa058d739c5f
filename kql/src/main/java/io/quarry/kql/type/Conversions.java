package io.quarry.kql.type;

import io.quarry.data.Type;
import io.quarry.functions.Functions;
import io.quarry.functions.Language;
import io.quarry.plan.Expr;
import io.quarry.plan.Origin;
import java.util.List;
import java.util.Optional;

/** What KQL converts without being asked: numbers to wider ones, a dynamic value to its text, any value to dynamic. */
public final class Conversions {
    /** The cost of what cannot be converted. */
    static final int IMPOSSIBLE = 1_000;

    private Conversions() {}

    /** How far a type is from another; the overload whose parameters are nearest is called. */
    public static int cost(Type from, Type to) {
        if (from == to) {
            return 0;
        }
        return switch (to) {
            case LONG -> from == Type.INT ? 1 : IMPOSSIBLE;
            case REAL -> from == Type.INT || from == Type.LONG ? 3 : from == Type.DECIMAL ? 9 : IMPOSSIBLE;
            case DECIMAL -> from.isNumeric() ? 5 : IMPOSSIBLE;
            case STRING -> from == Type.DYNAMIC ? 10 : 30;
            case DYNAMIC -> 20;
            case BOOL, INT, DATETIME, TIMESPAN, GUID -> IMPOSSIBLE;
        };
    }

    /** The same value as another type; empty if there is no function for it. A literal stays one. */
    public static Optional<Expr> convert(Expr expr, Type to, Origin origin) {
        if (expr.type() == to) {
            return Optional.of(expr);
        }
        if (expr instanceof Expr.Literal literal && literal.value() == null) {
            return Optional.of(new Expr.Literal(to, to == Type.STRING ? "" : null));
        }
        String name = to == Type.DYNAMIC ? "as dynamic" : "to" + to.label();
        return Functions.scalar(Language.KQL, name, List.of(expr.type()))
                .map(function -> Constants.fold(new Expr.Call(function, List.of(expr), origin)));
    }

    /** The type that both numbers widen to. */
    public static Type widest(Type left, Type right) {
        if (left == Type.DECIMAL || right == Type.DECIMAL) {
            return Type.DECIMAL;
        }
        if (left == Type.REAL || right == Type.REAL) {
            return Type.REAL;
        }
        return left == Type.INT && right == Type.INT ? Type.INT : Type.LONG;
    }
}
