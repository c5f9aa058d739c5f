package io.quarry.kql.analysis;

import io.quarry.data.Type;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.relation.Scope;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.type.Constants;
import io.quarry.plan.Expr;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Percentiles of a column, by name: a single one, several that become columns, an array of several, each also with weights.
 * The percents have to be constants.
 */
public final class PercentileCalls {
    /** The functions, by how many arguments come before the percents. */
    private static final Map<String, Integer> LEADING = Map.of(
            "percentile", 1,
            "percentiles", 1,
            "percentiles_array", 1,
            "percentilew", 2,
            "percentilesw", 2,
            "percentilesw_array", 2);

    private final Analysis analysis;

    public PercentileCalls(Analysis analysis) {
        this.analysis = analysis;
    }

    static boolean isCall(Expression expression) {
        return expression instanceof Expression.Call call
                && LEADING.containsKey(call.function().name());
    }

    /** True if the call gives a column for each percent. */
    public static boolean isSeveral(Expression expression) {
        return isCall(expression)
                && expression instanceof Expression.Call call
                && Set.of("percentiles", "percentilesw")
                        .contains(call.function().name())
                && call.arguments().size() > LEADING.get(call.function().name());
    }

    private static int leading(Expression.Call call) {
        return Math.min(LEADING.get(call.function().name()), call.arguments().size());
    }

    private static boolean isArray(Expression.Call call) {
        return call.function().name().endsWith("_array");
    }

    /** The function of the plan that gives one percentile, or for an array all of them. */
    static String function(Expression.Call call) {
        String name = call.function().name();
        return switch (name) {
            case "percentiles" -> "percentile";
            case "percentilesw" -> "percentilew";
            default -> name;
        };
    }

    public static List<Expression> percents(Expression.Call call) {
        return call.arguments().subList(leading(call), call.arguments().size());
    }

    /** The call for one of the percents. */
    public static Expression.Call single(Expression.Call call, Expression percent) {
        List<Expression> arguments = new ArrayList<>(call.arguments().subList(0, leading(call)));
        arguments.add(percent);
        return new Expression.Call(call.span(), call.function(), arguments);
    }

    /** {@code percentile_x_99_9}; {@code percentiles_x} for an array. */
    public String name(Expression.Call call) {
        List<Expression> arguments = call.arguments();
        String value = arguments.isEmpty()
                ? ""
                : new ColumnNames(analysis).of(arguments.get(0)).orElse("");
        if (isArray(call)) {
            return "percentiles_" + value;
        }
        List<Expression> percents = percents(call);
        String percent = percents.isEmpty() ? "" : text(percents.get(0));
        return "percentile_" + value + "_" + percent;
    }

    /** The percent as a part of a name, of a literal or a variable. */
    private String text(Expression percent) {
        Optional<Object> value = Optional.empty();
        if (percent instanceof Expression.Literal literal) {
            value = Optional.ofNullable(literal.value());
        } else if (percent instanceof Expression.Name name
                && analysis.scope().find(name.name()).orElse(null) instanceof Scope.Value variable) {
            value = Constants.literal(variable.scalar().expr()).map(Expr.Literal::value);
        }
        return value.filter(Number.class::isInstance)
                .map(number -> new BigDecimal(String.valueOf(number))
                        .stripTrailingZeros()
                        .toPlainString()
                        .replace('.', '_'))
                .orElse("");
    }

    /** The arguments of the plan's function; empty after reporting a percent that is no constant. */
    Optional<List<Expr>> arguments(Expression.Call call, List<Scalar> arguments) {
        int leading = leading(call);
        List<Expr> values = new ArrayList<>();
        arguments.subList(0, leading).forEach(argument -> values.add(argument.expr()));
        List<Object> percents = new ArrayList<>();
        for (int i = leading; i < arguments.size(); i++) {
            Scalar argument = arguments.get(i);
            Optional<Expr.Literal> constant = Constants.literal(argument.expr());
            if (constant.isEmpty()) {
                analysis.report(
                        KqlCode.CONSTANT_EXPECTED,
                        call.arguments().get(i).span(),
                        "the percent has to be known before the query runs");
                return Optional.empty();
            }
            if (isArray(call) && argument.type() == Type.DYNAMIC) {
                values.add(constant.get());
                return isInRange(constant.get().value(), call.arguments().get(i))
                        ? Optional.of(values)
                        : Optional.empty();
            }
            OptionalDouble number = number(argument);
            if (number.isEmpty()) {
                analysis.report(
                        KqlCode.WRONG_TYPE,
                        call.arguments().get(i).span(),
                        call.function().name() + " takes percents as numbers, found "
                                + (constant.get().value() == null
                                        ? "null"
                                        : argument.type().label()));
                return Optional.empty();
            }
            if (!isInRange(number.getAsDouble(), call.arguments().get(i))) {
                return Optional.empty();
            }
            percents.add(number.getAsDouble());
        }
        values.add(
                isArray(call)
                        ? new Expr.Literal(Type.DYNAMIC, percents)
                        : new Expr.Literal(Type.REAL, percents.isEmpty() ? null : percents.get(0)));
        return Optional.of(values);
    }

    /** Reports a percent, or one of an array, for which the documentation gives no meaning. */
    private boolean isInRange(Object percents, Expression at) {
        List<?> all = percents instanceof List<?> list ? list : Collections.singletonList(percents);
        boolean isInRange = all.stream()
                .filter(Number.class::isInstance)
                .mapToDouble(percent -> ((Number) percent).doubleValue())
                .allMatch(percent -> percent >= 0 && percent <= 100);
        if (!isInRange) {
            analysis.unsupported(at.span(), "a percent that is not from 0 to 100");
        }
        return isInRange;
    }

    private static OptionalDouble number(Scalar scalar) {
        return Constants.literal(scalar.expr())
                .map(Expr.Literal::value)
                .filter(Number.class::isInstance)
                .map(value -> OptionalDouble.of(((Number) value).doubleValue()))
                .orElse(OptionalDouble.empty());
    }
}
