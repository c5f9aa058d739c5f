package io.quarry.kql.analysis;

import io.quarry.data.Type;
import io.quarry.kql.catalog.PlatformFunctions;
import io.quarry.kql.relation.NamedValue;
import io.quarry.kql.relation.Projection;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.type.Conversions;
import io.quarry.kql.type.Overloads;
import io.quarry.plan.Expr;
import io.quarry.plan.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Calls of functions that give several values under names of their own, such as {@code series_stats}. The registry's
 * function gives all in one array; here each becomes a column of a list: {@code project series_stats(x)}.
 */
public final class SeveralValues {
    /** What becomes of the values for which a list of names has none. */
    public enum Unnamed {
        KEPT,
        DROPPED
    }

    private record Result(String name, Type type) {}

    private final ScalarAnalyzer scalars;
    private final Analysis analysis;

    public SeveralValues(ScalarAnalyzer scalars) {
        this.scalars = scalars;
        this.analysis = scalars.analysis();
    }

    /** True if the item of a list may become several columns. */
    public static boolean isCall(Expression item, Analysis analysis) {
        return Projection.value(item) instanceof Expression.Call call
                && analysis.scope().find(call.function().name()).isEmpty()
                && PlatformFunctions.scalar(call.function().name())
                        .filter(PlatformFunctions.Entry::givesSeveral)
                        .isPresent();
    }

    /** The columns that such an item becomes. */
    public List<NamedValue> columns(Expression item, Unnamed unnamed) {
        Expression.Call call = (Expression.Call) Projection.value(item);
        PlatformFunctions.Entry entry =
                PlatformFunctions.scalar(call.function().name()).orElseThrow();
        List<Expression.Name> names = item instanceof Expression.Named named ? named.names() : List.of();
        List<Result> results = results(call, entry);
        new Items(analysis).refuseNames(names, results.size(), entry.name() + "()");
        Scalar all = new Calls(scalars, Optional.empty()).whole(call, entry);
        List<NamedValue> columns = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            Optional<Expression.Name> declared = i < names.size() ? Optional.of(names.get(i)) : Optional.empty();
            if (declared.isPresent() || names.isEmpty() || unnamed == Unnamed.KEPT) {
                Result result = results.get(i);
                columns.add(new NamedValue(declared, Optional.of(result.name()), value(all, i, result.type(), call)));
            }
        }
        return columns;
    }

    private List<Result> results(Expression.Call call, PlatformFunctions.Entry entry) {
        List<Result> results = new ArrayList<>();
        if (!entry.results().isEmpty()) {
            String prefix = entry.name() + "_" + name(call, 0).orElse("") + "_";
            entry.results().forEach(result -> results.add(new Result(prefix + result.name(), result.type())));
            return results;
        }
        for (int i = 0; i < arrays(call); i++) {
            results.add(new Result(name(call, i).orElse("array" + i) + "_sorted", Type.DYNAMIC));
        }
        return results;
    }

    private Optional<String> name(Expression.Call call, int argument) {
        return argument < call.arguments().size()
                ? new ColumnNames(analysis).of(call.arguments().get(argument))
                : Optional.empty();
    }

    /** How many arrays a sorting call takes, and gives: all arguments but a last truth value. */
    private int arrays(Expression.Call call) {
        int last = call.arguments().size() - 1;
        boolean order = last > 0 && scalars.analyze(call.arguments().get(last)).type() == Type.BOOL;
        return order ? last : last + 1;
    }

    private Scalar value(Scalar all, int index, Type type, Expression.Call call) {
        if (!all.isKnown()) {
            return Scalar.unknown(type);
        }
        Origin origin = analysis.origin(call.span());
        Expr place = new Expr.Literal(Type.LONG, (long) index);
        return Overloads.call("[]", List.of(all.expr(), place), origin)
                .flatMap(value -> Conversions.convert(value, type, origin))
                .map(Scalar::of)
                .orElseThrow(() -> new IllegalStateException("no element of type " + type));
    }

    /** One of several values, by its place: {@code array_sort_asc(a, b)[1]}; empty for other elements. */
    Optional<Scalar> element(Expression.Element element) {
        if (!isCall(element.object(), analysis)
                || !(element.index() instanceof Expression.Literal index)
                || !(index.value() instanceof Long place)) {
            return Optional.empty();
        }
        Expression.Call call = (Expression.Call) element.object();
        PlatformFunctions.Entry entry =
                PlatformFunctions.scalar(call.function().name()).orElseThrow();
        List<Result> results = results(call, entry);
        if (results.size() < 2 || place >= results.size()) {
            return Optional.empty();
        }
        Scalar all = new Calls(scalars, Optional.empty()).whole(call, entry);
        return Optional.of(
                value(all, place.intValue(), results.get(place.intValue()).type(), call));
    }

    /** The value of such a call inside of an expression: its first one, where it is the only one. */
    Scalar only(Expression.Call call, PlatformFunctions.Entry entry) {
        List<Result> results = results(call, entry);
        Scalar all = new Calls(scalars, Optional.empty()).whole(call, entry);
        if (results.size() == 1) {
            return value(all, 0, results.get(0).type(), call);
        }
        if (all.isKnown()) {
            analysis.unsupported(call.function().span(), entry.name() + "() of several values in an expression");
        }
        return Scalar.UNKNOWN;
    }
}
