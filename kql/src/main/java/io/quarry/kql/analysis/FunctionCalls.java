package io.quarry.kql.analysis;

import io.quarry.data.Field;
import io.quarry.data.Schema;
import io.quarry.data.Type;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.diagnostic.Problems;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.relation.Scope;
import io.quarry.kql.syntax.ColumnDeclaration;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.syntax.FunctionParameter;
import io.quarry.kql.syntax.Statement;
import io.quarry.kql.type.Conversions;
import io.quarry.kql.type.Shape;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Expr;
import io.quarry.plan.Plan;
import io.quarry.plan.SourceText;
import io.quarry.plan.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Calls of functions that the query declares: the body is analyzed anew in place of each call. */
public final class FunctionCalls {
    private static final Schema ANY_COLUMNS = Schema.of(new Field("(*)", Type.DYNAMIC));

    private final Analysis analysis;

    public FunctionCalls(Analysis analysis) {
        this.analysis = analysis;
    }

    /** A call that gives one value, over the row of the caller. */
    Scalar scalar(Expression.Call call, Scope.Function function, ScalarAnalyzer caller) {
        Optional<Analysis> inside = enter(call, function, caller, Optional.empty());
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
    public Relation table(Expression.Call call, Scope.Function function) {
        return table(call, function, Optional.empty());
    }

    /** A call that gives a table, with rows that were piped to it as its first argument. */
    public Relation table(Expression.Call call, Scope.Function function, Relation piped) {
        return table(call, function, Optional.of(piped));
    }

    /**
     * A call of a function that ships with this program, in a text of that name.
     *
     * @throws IllegalStateException if that text is wrong
     */
    public Relation shipped(Expression.Call call, Scope.Function function, String text) {
        Optional<Analysis> entered =
                enter(call, function, new ScalarAnalyzer(analysis, Relation.NONE), Optional.empty());
        if (entered.isEmpty()) {
            return Relation.BROKEN;
        }
        Problems problems = new Problems(new SourceText(text, ""));
        Analysis inside = analysis.reporting(problems, entered.get().scope());
        Relation table = new Statements(inside)
                .body(function.declaration().body())
                .map(inside::table)
                .orElse(Relation.BROKEN);
        analysis.expansions().leave();
        if (problems.hasError()) {
            throw new IllegalStateException(problems.inOrder().get(0).message());
        }
        return table;
    }

    private Relation table(Expression.Call call, Scope.Function function, Optional<Relation> piped) {
        Optional<Analysis> inside = enter(call, function, new ScalarAnalyzer(analysis, Relation.NONE), piped);
        if (inside.isEmpty()) {
            return Relation.BROKEN;
        }
        Optional<Expression> result =
                new Statements(inside.get()).body(function.declaration().body());
        Relation table = result.map(inside.get()::table).orElse(Relation.BROKEN);
        analysis.expansions().leave();
        return table;
    }

    /**
     * Reports what is wrong with a function whatever it is called with: of a table that it is given it knows the columns that it
     * declares, and no other. What is out of reach here matters only once it is called.
     */
    void check(Scope.Function function) {
        Problems found = new Problems(analysis.problems().source());
        Scope scope = function.scope().inner();
        Analysis inside = analysis.apart(found, scope);
        for (FunctionParameter parameter : function.declaration().parameters()) {
            if (parameter.defaultValue().isPresent()) {
                new Literals(inside).byDefault(parameter);
            }
            scope.bind(parameter.name(), any(parameter));
        }
        Optional<Expression> result =
                new Statements(inside).body(function.declaration().body());
        if (function.result() == Scope.Function.Result.TABLE) {
            result.ifPresent(inside::table);
        } else {
            result.ifPresent(inside::constant);
        }
        found.inOrder().stream()
                .filter(problem -> problem.isError()
                        && problem.code() != CommonCode.UNSUPPORTED
                        && problem.code() != CommonCode.LIMIT)
                .forEach(analysis.problems()::add);
    }

    /** What stands for any argument; of a table with any columns, one of which nothing is known. */
    private Scope.Binding any(FunctionParameter parameter) {
        if (parameter.type().isPresent()) {
            return new Scope.Value(Scalar.unknown(parameter.type().get()), analysis.depth());
        }
        List<Field> declared = parameter.columns().stream()
                .map(column -> new Field(column.name(), column.type()))
                .toList();
        Schema schema = declared.isEmpty() ? ANY_COLUMNS : new Schema(declared);
        Plan rows = new Plan.Values(schema, List.of());
        Map<String, Shape> shapes = declared.isEmpty() ? Map.of("(*)", Shape.UNKNOWN) : Map.of();
        return new Scope.Table(Relation.of(rows).then(rows, shapes).named(parameter.name()));
    }

    private Optional<Analysis> enter(
            Expression.Call call, Scope.Function function, ScalarAnalyzer caller, Optional<Relation> piped) {
        Statement.LetFunction declaration = function.declaration();
        int given = piped.isPresent() ? 1 : 0;
        Optional<Map<String, Expression>> arguments =
                new CallArguments(analysis, call).assign(declaration.parameters(), given);
        if (arguments.isEmpty()) {
            return Optional.empty();
        }
        Scope scope = function.scope().inner();
        for (FunctionParameter parameter : declaration.parameters()) {
            boolean takesPiped =
                    piped.isPresent() && parameter == declaration.parameters().get(0);
            scope.bind(
                    parameter.name(),
                    takesPiped
                            ? piped(parameter, piped.get(), call)
                            : bind(parameter, arguments.get().get(parameter.name()), call, caller, function));
        }
        if (!analysis.expansions().enter()) {
            analysis.expansions().leave();
            analysis.report(
                    CommonCode.LIMIT, call.function().span(), "the functions of the query call each other too often");
            return Optional.empty();
        }
        return Optional.of(analysis.in(scope));
    }

    private Scope.Binding piped(FunctionParameter parameter, Relation piped, Expression.Call call) {
        if (parameter.type().isEmpty()) {
            return new Scope.Table(table(parameter, piped, call.function().span()));
        }
        analysis.report(
                KqlCode.WRONG_TYPE,
                call.function().span(),
                call.function().name() + " is given a table by invoke, and its first parameter '" + parameter.name()
                        + "' is a " + parameter.type().get().label());
        return new Scope.Value(Scalar.unknown(parameter.type().get()), analysis.depth());
    }

    private Scope.Binding bind(
            FunctionParameter parameter,
            Expression argument,
            Expression.Call call,
            ScalarAnalyzer caller,
            Scope.Function function) {
        if (parameter.type().isEmpty()) {
            return new Scope.Table(table(parameter, analysis.table(argument), argument.span()));
        }
        if (argument == null) {
            return new Scope.Value(new Literals(analysis).byDefault(parameter), analysis.depth());
        }
        return new Scope.Value(typed(caller.analyze(argument), parameter.type().get(), call), analysis.depth());
    }

    private Scalar typed(Scalar value, Type type, Expression.Call call) {
        if (!value.isKnown()) {
            return Scalar.unknown(type);
        }
        boolean takes = value.type() == type || value.type().isNumeric() && type.isNumeric() || type == Type.DYNAMIC;
        Optional<Expr> converted =
                takes ? Conversions.convert(value.expr(), type, analysis.origin(call.span())) : Optional.empty();
        if (converted.isEmpty()) {
            analysis.unsupported(
                    call.span(),
                    "a " + value.type().label() + " where " + call.function().name() + "() declares a " + type.label());
            return Scalar.unknown(type);
        }
        return Scalar.of(converted.get());
    }

    private Relation table(FunctionParameter parameter, Relation table, Span span) {
        Relation rows = table;
        boolean fits = true;
        for (ColumnDeclaration column : parameter.columns()) {
            Optional<Scalar> given = table.column(column.name());
            fits &= given.isPresent();
            if (given.isEmpty()) {
                rows = table.opened();
                analysis.report(
                        KqlCode.UNKNOWN_COLUMN,
                        span,
                        "the table has no column '" + column.name() + "', which the function needs");
            } else if (given.get().isKnown() && given.get().type() != column.type()) {
                analysis.report(
                        KqlCode.WRONG_TYPE,
                        span,
                        "the table's column '" + column.name() + "' is of type "
                                + given.get().type().label() + ", and the function takes one of type "
                                + column.type().label());
            }
        }
        return rows;
    }
}
