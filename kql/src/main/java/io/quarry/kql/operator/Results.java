package io.quarry.kql.operator;

import io.quarry.data.Type;
import io.quarry.functions.Functions;
import io.quarry.functions.Language;
import io.quarry.kql.analysis.Analysis;
import io.quarry.kql.analysis.DynamicKeys;
import io.quarry.kql.analysis.Items;
import io.quarry.kql.analysis.Statements;
import io.quarry.kql.plugin.PreviewPlugin;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.syntax.Operator;
import io.quarry.kql.syntax.Statement;
import io.quarry.plan.AggregateCall;
import io.quarry.plan.AggregateFunction;
import io.quarry.plan.Chart;
import io.quarry.plan.NamedExpr;
import io.quarry.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables that statements give: a query gives one, unless its pipe ends with {@code fork}, {@code facet} or
 * {@code evaluate preview}. */
public final class Results {
    /** A table that comes out, and what the query calls it. */
    public record Named(Optional<String> name, Relation rows, Optional<Chart> chart) {}

    private final Analysis analysis;
    private final Optional<Chart> chart;
    private final List<Named> results = new ArrayList<>();

    private Results(Analysis analysis, Expression query) {
        this.analysis = analysis;
        this.chart = new RenderOperator(analysis).chart(query);
    }

    /** The tables of all statements, in order. */
    public static List<Named> of(List<Statement> statements, Analysis analysis) {
        List<Named> results = new ArrayList<>();
        new Statements(analysis).read(statements, query -> results.addAll(of(query, analysis)));
        return results;
    }

    private static List<Named> of(Expression query, Analysis analysis) {
        Results results = new Results(analysis, query);
        results.add(query);
        return results.results;
    }

    private void add(Expression query) {
        if (query instanceof Expression.Parenthesized parenthesized) {
            add(parenthesized.inner());
        } else if (query instanceof Expression.Pipe pipe && fanOut(pipe.operators()) >= 0) {
            int place = fanOut(pipe.operators());
            List<Operator> before = pipe.operators().subList(0, place);
            Relation input = analysis.table(
                    before.isEmpty() ? pipe.source() : new Expression.Pipe(pipe.span(), pipe.source(), before));
            Operator last = pipe.operators().get(place);
            if (last instanceof Operator.Fork fork) {
                fork.branches()
                        .forEach(branch ->
                                add(branch.name(), pipe(input, branch.pipe().operators())));
            } else if (last instanceof Operator.Facet facet) {
                facet.pipe().ifPresent(with -> add(Optional.empty(), pipe(input, with.operators())));
                facet.columns().forEach(column -> add(Optional.of(column), counts(input, column)));
            } else if (last instanceof Operator.Evaluate preview) {
                PreviewPlugin.tables(analysis, input, preview).forEach(table -> add(Optional.empty(), table));
            }
        } else {
            add(Optional.empty(), analysis.table(query));
        }
    }

    /** The place of an operator that gives several tables, where nothing but a chart follows; -1 if there is none. */
    private static int fanOut(List<Operator> operators) {
        int last = operators.size() - 1;
        int place = operators.get(last) instanceof Operator.Render ? last - 1 : last;
        boolean fansOut = place >= 0
                && (operators.get(place) instanceof Operator.Fork
                        || operators.get(place) instanceof Operator.Facet
                        || PreviewPlugin.isCalled(operators.get(place)));
        return fansOut ? place : -1;
    }

    private Relation pipe(Relation input, List<Operator> operators) {
        return new TableAnalyzer(analysis.in(analysis.scope().inner())).pipe(input, operators);
    }

    /** The values of a column, and how often each is there. */
    private Relation counts(Relation input, Expression.Name column) {
        Scalar value = new Items(analysis).value(column, input);
        if (value.isKnown() && value.type() == Type.DYNAMIC) {
            DynamicKeys.refuse(analysis, column.span(), "facet");
        }
        AggregateFunction count = Functions.aggregate(Language.KQL, "count", List.of())
                .orElseThrow(() -> new IllegalStateException("no count()"));
        NamedExpr key = new NamedExpr(column.name(), value.expr());
        AggregateCall call =
                new AggregateCall("count_" + column.name(), count, List.of(), analysis.origin(column.span()));
        Plan counted = new Plan.Aggregate(input.plan(), List.of(key), List.of(call));
        return input.then(counted, Map.of()).closed().unordered();
    }

    private void add(Optional<Expression.Name> name, Relation rows) {
        results.add(new Named(name.map(Expression.Name::name), rows, chart));
    }
}
