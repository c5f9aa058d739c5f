package io.quarry.kql;

import io.quarry.data.Type;
import io.quarry.kql.syntax.ColumnDeclaration;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.syntax.FunctionParameter;
import io.quarry.kql.syntax.Statement;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Expr;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Calls of functions that the query declares: the body is analyzed anew in place of each call. */
final class FunctionCalls {
    private final Analysis analysis;

    FunctionCalls(Analysis analysis) {
        this.analysis = analysis;
    }

    /** A call that gives one value, over the row of the caller. */
    Scalar scalar(Expression.Call call, Scope.Function function, ScalarAnalyzer caller) {
        Optional<Analysis> inside = enter(call, function, caller);
        if (inside.isEmpty()) {
            return Scalar.UNKNOWN;
        }
        Optional<Expression> result =
                new Statements(inside.get()).body(function.declaration().body());
        Scalar value = result.map(inside.get()::constant).orElse(Scalar.UNKNOWN);
        analysis.expansions().leave();
        return value;
    }

    /** A call that gives a table. */
    Relation table(Expression.Call call, Scope.Function function) {
        Optional<Analysis> inside = enter(call, function, new ScalarAnalyzer(analysis, Relation.NONE));
        if (inside.isEmpty()) {
            return Relation.BROKEN;
        }
        Optional<Expression> result =
                new Statements(inside.get()).body(function.declaration().body());
        Relation table = result.map(inside.get()::table).orElse(Relation.BROKEN);
        analysis.expansions().leave();
        return table;
    }

    private Optional<Analysis> enter(Expression.Call call, Scope.Function function, ScalarAnalyzer caller) {
        Statement.LetFunction declaration = function.declaration();
        Optional<Map<String, Expression>> arguments = assign(call, declaration);
        if (arguments.isEmpty()) {
            return Optional.empty();
        }
        Scope scope = function.scope().inner();
        for (FunctionParameter parameter : declaration.parameters()) {
            Expression argument = arguments.get().get(parameter.name());
            scope.bind(parameter.name(), bind(parameter, argument, call, caller, function));
        }
        if (!analysis.expansions().enter()) {
            analysis.expansions().leave();
            analysis.report(
                    CommonCode.LIMIT, call.function().span(), "the functions of the query call each other too often");
            return Optional.empty();
        }
        return Optional.of(analysis.in(scope));
    }

    /** The argument of each parameter that has one; empty after reporting a call that does not fit. */
    private Optional<Map<String, Expression>> assign(Expression.Call call, Statement.LetFunction declaration) {
        List<FunctionParameter> parameters = declaration.parameters();
        Map<String, Expression> arguments = new HashMap<>();
        int position = 0;
        for (Expression argument : call.arguments()) {
            if (argument instanceof Expression.Named named) {
                arguments.put(named.names().get(0).name(), named.value());
            } else if (position < parameters.size()) {
                arguments.put(parameters.get(position++).name(), argument);
            } else {
                position++;
            }
        }
        long missing = parameters.stream()
                .filter(parameter -> !arguments.containsKey(parameter.name())
                        && parameter.defaultValue().isEmpty())
                .count();
        if (missing > 0 || position > parameters.size()) {
            analysis.report(
                    KqlCode.WRONG_ARGUMENT_COUNT,
                    call.function().span(),
                    declaration.name().name() + " takes " + parameters.size() + " arguments, found "
                            + call.arguments().size());
            return Optional.empty();
        }
        return Optional.of(arguments);
    }

    private Scope.Binding bind(
            FunctionParameter parameter,
            Expression argument,
            Expression.Call call,
            ScalarAnalyzer caller,
            Scope.Function function) {
        if (parameter.type().isEmpty()) {
            return new Scope.Table(table(parameter, argument));
        }
        if (argument == null) {
            Scalar value = analysis.in(function.scope())
                    .constant(parameter.defaultValue().orElseThrow());
            return new Scope.Value(typed(value, parameter.type().get(), call));
        }
        return new Scope.Value(typed(caller.analyze(argument), parameter.type().get(), call));
    }

    private Scalar typed(Scalar value, Type type, Expression.Call call) {
        if (!value.isKnown()) {
            return Scalar.unknown(type);
        }
        boolean takes = value.type() == type || value.type().isNumeric() && type.isNumeric();
        Optional<Expr> converted =
                takes ? Conversions.convert(value.expr(), type, analysis.origin(call.span())) : Optional.empty();
        if (converted.isEmpty()) {
            analysis.report(
                    KqlCode.WRONG_TYPE,
                    call.span(),
                    call.function().name() + " takes a value of type " + type.label() + ", found "
                            + value.type().label());
            return Scalar.unknown(type);
        }
        return Scalar.of(converted.get());
    }

    private Relation table(FunctionParameter parameter, Expression argument) {
        Relation table = analysis.table(argument);
        for (ColumnDeclaration column : parameter.columns()) {
            if (table.column(column.name()).isEmpty()) {
                analysis.report(
                        KqlCode.UNKNOWN_COLUMN,
                        argument.span(),
                        "the table has no column '" + column.name() + "', which the function needs");
            }
        }
        return table;
    }
}
