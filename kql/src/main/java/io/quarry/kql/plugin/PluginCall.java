package io.quarry.kql.plugin;

import io.quarry.data.Type;
import io.quarry.kql.analysis.Analysis;
import io.quarry.kql.analysis.UnknownNames;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.Projection;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.syntax.Operator;
import io.quarry.kql.syntax.OutputSchema;
import io.quarry.kql.type.Constants;
import io.quarry.kql.type.Conversions;
import io.quarry.plan.Expr;
import io.quarry.plan.Origin;
import io.quarry.plan.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A call of a plugin: the rows it works on, and its arguments by the parameters that they are for. */
public final class PluginCall {
    private final Analysis analysis;
    private final Relation input;
    private final Operator.Evaluate node;
    private final Map<String, List<Expression>> arguments = new HashMap<>();

    private PluginCall(Analysis analysis, Relation input, Operator.Evaluate node) {
        this.analysis = analysis;
        this.input = input;
        this.node = node;
    }

    /**
     * Gives each argument to its parameter, by name or by place; empty after reporting a call that does not fit.
     *
     * @param parameters as {@link Plugins.Entry} has them
     */
    public static Optional<PluginCall> bind(
            Analysis analysis, Relation input, Operator.Evaluate node, List<String> parameters) {
        PluginCall call = new PluginCall(analysis, input, node);
        int place = 0;
        for (Expression argument : node.plugin().arguments()) {
            Optional<String> named = nameOf(argument, parameters);
            if (named.isEmpty() && place == parameters.size()) {
                return call.misfit("takes at most " + parameters.size() + " arguments, found "
                        + node.plugin().arguments().size());
            }
            if (named.isEmpty() && argument instanceof Expression.Named unknown) {
                String name = unknown.names().get(0).name();
                return call.misfit("has no parameter '" + name + "', but " + String.join(", ", plain(parameters)));
            }
            String parameter = named.orElse(parameters.get(Math.min(place, parameters.size() - 1)));
            call.arguments
                    .computeIfAbsent(plain(parameter), absent -> new ArrayList<>())
                    .add(Projection.value(argument));
            place = parameter.endsWith("...") ? place : parameters.indexOf(parameter) + 1;
        }
        for (String parameter : parameters) {
            if (plain(parameter).equals(parameter) && !call.arguments.containsKey(parameter)) {
                return call.misfit("needs an argument for its parameter " + parameter);
            }
        }
        return Optional.of(call);
    }

    private static Optional<String> nameOf(Expression argument, List<String> parameters) {
        return argument instanceof Expression.Named named
                ? parameters.stream()
                        .filter(parameter ->
                                plain(parameter).equals(named.names().get(0).name()))
                        .findFirst()
                : Optional.empty();
    }

    private static String plain(String parameter) {
        return parameter.replace("?", "").replace("...", "");
    }

    private static List<String> plain(List<String> parameters) {
        return parameters.stream().map(PluginCall::plain).toList();
    }

    private Optional<PluginCall> misfit(String how) {
        analysis.report(KqlCode.WRONG_ARGUMENT_COUNT, span(), name() + " " + how);
        return Optional.empty();
    }

    Analysis analysis() {
        return analysis;
    }

    Relation input() {
        return input;
    }

    String name() {
        return node.plugin().function().name();
    }

    Span span() {
        return node.plugin().function().span();
    }

    Origin origin() {
        return analysis.origin(span());
    }

    Optional<OutputSchema> schema() {
        return node.schema();
    }

    Optional<Expression> argument(String parameter) {
        return arguments(parameter).stream().findFirst();
    }

    List<Expression> arguments(String parameter) {
        return arguments.getOrDefault(parameter, List.of());
    }

    boolean has(String parameter) {
        return arguments.containsKey(parameter);
    }

    /** The index of the column that an argument names; empty after reporting one that names none, or if it is open. */
    OptionalInt column(String parameter) {
        return column(argument(parameter).orElseThrow(), input);
    }

    /** The indexes of the columns that arguments name, without those that name none, which are reported. */
    List<Integer> columns(String parameter) {
        return arguments(parameter).stream()
                .map(argument -> column(argument, input))
                .filter(OptionalInt::isPresent)
                .map(OptionalInt::getAsInt)
                .toList();
    }

    OptionalInt column(Expression argument, Relation rows) {
        if (argument instanceof Expression.Parenthesized parenthesized) {
            return column(parenthesized.inner(), rows);
        }
        if (!(argument instanceof Expression.Name column)) {
            analysis.report(KqlCode.COLUMN_EXPECTED, argument.span(), name() + " takes the name of a column here");
            return OptionalInt.empty();
        }
        int index = rows.schema().indexOf(column.name());
        if (index < 0 && !rows.isOpen()) {
            new UnknownNames(analysis).column(column, rows);
        }
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
    }

    /**
     * The constant that is given for a parameter, as a value of a type; empty if none is, or after reporting what is no
     * such constant.
     */
    Optional<Expr.Literal> constant(String parameter, Type type) {
        if (!has(parameter)) {
            return Optional.empty();
        }
        Expression argument = argument(parameter).orElseThrow();
        Scalar value = analysis.constant(argument);
        if (!value.isKnown()) {
            return Optional.empty();
        }
        Optional<Expr.Literal> literal = Conversions.cost(value.type(), type) < Conversions.cost(Type.DYNAMIC, type) + 1
                ? Conversions.convert(value.expr(), type, origin()).flatMap(Constants::literal)
                : Optional.empty();
        if (literal.isEmpty() || literal.get().value() == null) {
            analysis.report(
                    KqlCode.CONSTANT_EXPECTED,
                    argument.span(),
                    name() + " takes a constant of type " + type.label() + " for " + parameter);
            return Optional.empty();
        }
        return literal;
    }

    Optional<String> text(String parameter) {
        return constant(parameter, Type.STRING).map(literal -> (String) literal.value());
    }

    /** What comes out where the arguments could not be understood. */
    Relation broken() {
        return input.opened();
    }
}
