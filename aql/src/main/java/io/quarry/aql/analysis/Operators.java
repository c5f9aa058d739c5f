package io.quarry.aql.analysis;

import io.quarry.functions.Functions;
import io.quarry.functions.Language;
import io.quarry.plan.AggregateFunction;
import io.quarry.plan.Expr;
import io.quarry.plan.Origin;
import io.quarry.plan.ScalarFunction;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Calls of AQL's functions and operators over arguments whose types are right already. */
final class Operators {
    private Operators() {}

    static Expr call(String name, Origin origin, Expr... arguments) {
        List<Expr> list = Arrays.asList(arguments);
        ScalarFunction function = Functions.scalar(
                        Language.AQL, name, list.stream().map(Expr::type).toList())
                .orElseThrow(() -> missing(name, list));
        return new Expr.Call(function, list, origin);
    }

    static AggregateFunction aggregate(String name, List<Expr> arguments) {
        return Functions.aggregate(
                        Language.AQL, name, arguments.stream().map(Expr::type).toList())
                .orElseThrow(() -> missing(name, arguments));
    }

    private static IllegalStateException missing(String name, List<Expr> arguments) {
        return new IllegalStateException("no function " + name
                + arguments.stream().map(a -> a.type().label()).collect(Collectors.joining(", ", "(", ")")));
    }
}
