package io.quarry.kql.analysis;

import io.quarry.data.Type;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.type.Conversions;
import io.quarry.plan.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Brings values that may take each other's place to one type: int becomes long, and a dynamic value what the others are, as far
 * as its own value is of that type.
 */
final class Branches {
    /** Functions that take any mix of numbers as the widest of their types. */
    private static final Set<String> WIDENING = Set.of("max_of", "min_of");

    /** Functions that take no mix of types; the others make a dynamic value of one. */
    private static final Set<String> ONE_TYPE = Set.of("coalesce", "max_of", "min_of");

    private final Analysis analysis;

    Branches(Analysis analysis) {
        this.analysis = analysis;
    }

    /** The values as one type; empty if a value is unknown, or after reporting that there is no such type. */
    Optional<List<Expr>> unify(List<Scalar> values, List<Expression> nodes, Expression.Name function) {
        if (!values.stream().allMatch(Scalar::isKnown)) {
            return Optional.empty();
        }
        if (isMisplaced(values, nodes, function)) {
            return Optional.empty();
        }
        Type common = values.get(0).type();
        for (int i = 1; i < values.size(); i++) {
            Type type = values.get(i).type();
            Optional<Type> both = common(common, type, function.name());
            if (both.isEmpty()) {
                refuse(common, type, nodes.get(i), function);
                return Optional.empty();
            }
            common = both.get();
        }
        List<Expr> converted = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            Optional<Expr> value = Conversions.convert(
                    values.get(i).expr(), common, analysis.origin(nodes.get(i).span()));
            if (value.isEmpty()) {
                analysis.unsupported(nodes.get(i).span(), "taking this value as " + common.label());
                return Optional.empty();
            }
            converted.add(value.get());
        }
        return Optional.of(converted);
    }

    /** True after reporting the first value that cannot be among those of the function, whatever the others are. */
    private boolean isMisplaced(List<Scalar> values, List<Expression> nodes, Expression.Name function) {
        boolean ordered = WIDENING.contains(function.name());
        boolean dynamic =
                function.name().equals("coalesce") && values.stream().anyMatch(value -> value.type() == Type.DYNAMIC);
        for (int i = 0; i < values.size(); i++) {
            Type type = values.get(i).type();
            if (ordered && (type == Type.DYNAMIC || type == Type.GUID) || dynamic && type != Type.DYNAMIC) {
                analysis.report(
                        KqlCode.WRONG_TYPE,
                        nodes.get(i).span(),
                        function.name()
                                + (ordered
                                        ? " takes values that have an order, found "
                                        : " takes dynamic values beside dynamic ones, found ")
                                + type.label(),
                        ordered
                                ? "convert it: tostring(), tolong(), ..."
                                : "convert the dynamic ones: to" + type.label() + "()");
                return true;
            }
        }
        return false;
    }

    private static Optional<Type> common(Type left, Type right, String function) {
        if (left == right) {
            return Optional.of(left);
        }
        if (WIDENING.contains(function) && left.isNumeric() && right.isNumeric()) {
            return Optional.of(Conversions.widest(left, right));
        }
        if ((left == Type.DYNAMIC || right == Type.DYNAMIC) && !ONE_TYPE.contains(function)) {
            return Optional.of(left == Type.DYNAMIC ? right : left);
        }
        boolean whole = (left == Type.INT || left == Type.LONG) && (right == Type.INT || right == Type.LONG);
        return whole ? Optional.of(Type.LONG) : Optional.empty();
    }

    private void refuse(Type first, Type other, Expression node, Expression.Name function) {
        String found = first.label() + " and " + other.label();
        boolean numbers = first.isNumeric() && other.isNumeric();
        if (numbers || ONE_TYPE.contains(function.name())) {
            analysis.report(
                    KqlCode.WRONG_TYPE,
                    numbers ? node.span() : function.span(),
                    function.name() + " takes values of one type, found " + found,
                    "convert one of them: to" + first.label() + "()");
        } else {
            analysis.unsupported(node.span(), function.name() + " of values of type " + found);
        }
    }
}
