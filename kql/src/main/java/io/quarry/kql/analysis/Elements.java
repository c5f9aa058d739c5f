package io.quarry.kql.analysis;

import io.quarry.data.Type;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.type.Conversions;
import io.quarry.kql.type.Overloads;
import io.quarry.plan.Expr;
import io.quarry.plan.Origin;
import java.util.List;
import java.util.Optional;

/**
 * Elements {@code to typeof(T)}. Any element is a text where texts are asked for. Else the type is claimed, not converted
 * to: an element of another type is null, but that all numbers are numbers.
 */
public final class Elements {
    private static final List<String> NUMBERS = List.of("long", "double", "decimal");

    private final Analysis analysis;

    public Elements(Analysis analysis) {
        this.analysis = analysis;
    }

    /** The element as it is, or as the type that is written. */
    public Scalar typed(Scalar element, Optional<Expression.TypeOf> type) {
        if (type.isEmpty() || type.get().type() == Type.DYNAMIC) {
            return element;
        }
        Type wanted = type.get().type();
        Origin origin = analysis.origin(type.get().span());
        Expr value = Conversions.convert(element.expr(), wanted, origin)
                .orElseThrow(() -> new IllegalStateException("no conversion of a dynamic value to " + wanted));
        if (wanted == Type.STRING) {
            return Scalar.of(value);
        }
        Expr name = call("gettype", List.of(element.expr()), origin);
        List<Expr> conforming = namesOf(wanted).stream()
                .map(given -> call("==", List.of(name, new Expr.Literal(Type.STRING, given)), origin))
                .toList();
        Expr condition = conforming.size() == 1 ? conforming.get(0) : new Expr.Or(conforming);
        return Scalar.of(new Expr.Case(List.of(condition), List.of(value), new Expr.Literal(wanted, null)));
    }

    /** The names that {@code gettype} has for what conforms to a type. */
    private static List<String> namesOf(Type type) {
        return switch (type) {
            case INT, LONG, REAL, DECIMAL -> NUMBERS;
            case BOOL, DATETIME, TIMESPAN, GUID, STRING, DYNAMIC -> List.of(type.label());
        };
    }

    private static Expr call(String function, List<Expr> arguments, Origin origin) {
        return Overloads.call(function, arguments, origin)
                .orElseThrow(() -> new IllegalStateException("no function " + function));
    }
}
