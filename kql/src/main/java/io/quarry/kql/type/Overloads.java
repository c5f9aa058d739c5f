package io.quarry.kql.type;

import io.quarry.data.Type;
import io.quarry.functions.Functions;
import io.quarry.functions.Language;
import io.quarry.plan.AggregateFunction;
import io.quarry.plan.Expr;
import io.quarry.plan.Origin;
import io.quarry.plan.ScalarFunction;
import io.quarry.plan.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Finds the overload that takes given arguments with the least conversion, and converts these. */
public final class Overloads {
    /** The cost of an overload that does not take the arguments. */
    private static final int UNFIT = Integer.MAX_VALUE;

    private Overloads() {}

    /** An overload with arguments of exactly its types. */
    public record Match<F>(F function, List<Expr> arguments) {}

    /** A call of the nearest overload of a scalar function; empty if none takes the arguments. */
    public static Optional<Expr> call(String name, List<Expr> arguments, Origin origin) {
        return best(Functions.scalars(Language.KQL, name), ScalarFunction::signature, arguments, origin)
                .map(match -> Constants.fold(new Expr.Call(match.function(), match.arguments(), origin)));
    }

    /** The nearest overload of an aggregate; numbers widen, nothing else is converted. */
    public static Optional<Match<AggregateFunction>> aggregate(String name, List<Expr> arguments, Origin origin) {
        return best(Functions.aggregates(Language.KQL, name), AggregateFunction::signature, arguments, origin)
                .filter(match -> widensOnly(arguments, match.arguments()));
    }

    /** The type that all overloads give; empty if they differ, or there is none. */
    public static Optional<Type> result(List<Signature> overloads) {
        List<Type> results =
                overloads.stream().map(Signature::result).distinct().toList();
        return results.size() == 1 ? Optional.of(results.get(0)) : Optional.empty();
    }

    private static boolean widensOnly(List<Expr> arguments, List<Expr> converted) {
        for (int i = 0; i < arguments.size(); i++) {
            boolean numbers = arguments.get(i).type().isNumeric()
                    && converted.get(i).type().isNumeric();
            if (!numbers && arguments.get(i).type() != converted.get(i).type()) {
                return false;
            }
        }
        return true;
    }

    private static <F> Optional<Match<F>> best(
            List<F> overloads, Function<F, Signature> signature, List<Expr> arguments, Origin origin) {
        F best = null;
        int least = UNFIT;
        for (F overload : overloads) {
            int cost = cost(signature.apply(overload), arguments);
            if (cost < least) {
                least = cost;
                best = overload;
            }
        }
        return best == null ? Optional.empty() : converted(best, signature.apply(best), arguments, origin);
    }

    private static int cost(Signature signature, List<Expr> arguments) {
        if (!signature.takes(arguments.size())) {
            return UNFIT;
        }
        int total = 0;
        for (int i = 0; i < arguments.size(); i++) {
            int cost = Conversions.cost(arguments.get(i).type(), signature.parameter(i));
            if (cost >= Conversions.IMPOSSIBLE) {
                return UNFIT;
            }
            total += cost;
        }
        return total;
    }

    private static <F> Optional<Match<F>> converted(
            F function, Signature signature, List<Expr> arguments, Origin origin) {
        List<Expr> converted = new ArrayList<>(arguments.size());
        for (int i = 0; i < arguments.size(); i++) {
            Optional<Expr> argument = Conversions.convert(arguments.get(i), signature.parameter(i), origin);
            if (argument.isEmpty()) {
                return Optional.empty();
            }
            converted.add(argument.get());
        }
        return Optional.of(new Match<>(function, converted));
    }
}
