package io.quarry.kql.analysis;

import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.relation.Scope;
import io.quarry.kql.relation.Weights;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.syntax.Statement;
import io.quarry.kql.type.Constants;
import io.quarry.plan.CommonCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The statements of a query or of a function's body, in order. */
public final class Statements {
    /** Options that change an answer; the others are about how it is made. */
    private static final Set<String> OPTIONS = Set.of(
            "best_effort",
            "truncationmaxrecords",
            "query_datetimescope_column",
            "query_datetimescope_from",
            "query_datetimescope_to");

    /** Options whose values functions of the query ask for. */
    private static final Set<String> VALUES =
            Set.of("query_bin_auto_size", "query_bin_auto_at", Options.NOW, Options.MOST_ROWS);

    private final Analysis analysis;

    public Statements(Analysis analysis) {
        this.analysis = analysis;
    }

    /** Declares what the statements declare, and hands on their queries, in order. */
    public void read(List<Statement> statements, Consumer<Expression> results) {
        statements.stream().filter(Statement.SetOption.class::isInstance).forEach(this::declare);
        for (Statement statement : statements) {
            if (statement instanceof Statement.Query query) {
                results.accept(query.expression());
            } else if (!(statement instanceof Statement.SetOption)) {
                declare(statement);
            }
        }
    }

    /** Declares what the statements declare and gives the expression that is their result. */
    public Optional<Expression> body(List<Statement> statements) {
        List<Expression> results = new ArrayList<>();
        read(statements, results::add);
        return results.stream().findFirst();
    }

    private void declare(Statement statement) {
        if (statement instanceof Statement.Let let) {
            bind(let.name(), binding(let));
        } else if (statement instanceof Statement.LetFunction function) {
            declare(function);
        } else if (statement instanceof Statement.SetOption set
                && OPTIONS.contains(set.option().name())) {
            analysis.unsupported(set.span(), "the option " + set.option().name());
        } else if (statement instanceof Statement.SetOption set
                && VALUES.contains(set.option().name())
                && set.value().isPresent()) {
            Scalar value = new Options(analysis)
                    .checked(set.option().name(), analysis.constant(set.value().get()), set.span());
            analysis.scope().bind(variable(set.option().name()), new Scope.Value(value, analysis.depth()));
        } else if (statement instanceof Statement.QueryParameters declared) {
            declared.parameters().forEach(parameter -> {
                Expression.Name name = new Expression.Name(parameter.span(), parameter.name());
                bind(name, new Scope.Value(new QueryParameters(analysis).value(parameter), analysis.depth()));
            });
        } else if (statement instanceof Statement.Foreign foreign) {
            analysis.unsupported(foreign.keyword(), "'" + foreign.name() + "'");
        }
    }

    private void declare(Statement.LetFunction declaration) {
        Scope.Function function = TableExpressions.function(declaration, analysis);
        if (analysis.expansions().checks(declaration)) {
            new FunctionCalls(analysis).check(function);
        }
        bind(declaration.name(), function);
    }

    /** The value of an option that the query sets. */
    static Optional<Scalar> option(String name, Analysis analysis) {
        return analysis.scope()
                .find(variable(name))
                .filter(Scope.Value.class::isInstance)
                .map(binding -> ((Scope.Value) binding).scalar());
    }

    /** What an option is called among the variables; no variable can be called so. */
    private static String variable(String option) {
        return "set " + option;
    }

    private void bind(Expression.Name name, Scope.Binding binding) {
        if (analysis.scope().declares(name.name())) {
            analysis.report(
                    KqlCode.DUPLICATE_NAME, name.span(), "the variable '" + name.name() + "' is declared already");
            return;
        }
        analysis.scope().bind(name.name(), binding);
    }

    private Scope.Binding binding(Statement.Let let) {
        Expression value = let.value();
        if (TableExpressions.isTabular(value, analysis)) {
            return new Scope.Table(analysis.table(value).unnamed());
        }
        Scalar scalar = analysis.constant(value);
        if (Weights.of(scalar.expr()) > Weights.MOST) {
            analysis.report(
                    CommonCode.LIMIT, let.span(), "the value of '" + let.name().name() + "' is too long");
            return new Scope.Value(Scalar.unknown(scalar.type()), analysis.depth());
        }
        return new Scope.Value(new Scalar(Constants.fold(scalar.expr()), scalar.shape()), analysis.depth());
    }
}
