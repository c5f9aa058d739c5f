package io.quarry.plan;

import java.util.List;
import java.util.function.UnaryOperator;

/** A step with each of its expressions replaced; its inputs stay. */
record PlanExpressions(UnaryOperator<Expr> change) implements Plan.Visitor<Plan> {
    @Override
    public Plan scan(Plan.Scan scan) {
        return scan;
    }

    @Override
    public Plan values(Plan.Values values) {
        return values;
    }

    @Override
    public Plan sequence(Plan.Sequence sequence) {
        return new Plan.Sequence(
                sequence.name(),
                change.apply(sequence.start()),
                change.apply(sequence.stop()),
                change.apply(sequence.step()));
    }

    @Override
    public Plan filter(Plan.Filter filter) {
        return new Plan.Filter(filter.input(), change.apply(filter.condition()));
    }

    @Override
    public Plan project(Plan.Project project) {
        return new Plan.Project(project.input(), named(project.columns()));
    }

    @Override
    public Plan aggregate(Plan.Aggregate aggregate) {
        List<AggregateCall> calls = aggregate.calls().stream()
                .map(call -> new AggregateCall(call.name(), call.function(), all(call.arguments()), call.origin()))
                .toList();
        return new Plan.Aggregate(aggregate.input(), named(aggregate.keys()), calls);
    }

    @Override
    public Plan join(Plan.Join join) {
        return new Plan.Join(join.left(), join.right(), join.kind(), all(join.leftKeys()), all(join.rightKeys()));
    }

    @Override
    public Plan unnest(Plan.Unnest unnest) {
        return new Plan.Unnest(
                unnest.input(), named(unnest.collections()), unnest.bags(), unnest.index(), unnest.limit());
    }

    @Override
    public Plan union(Plan.Union union) {
        return union;
    }

    @Override
    public Plan sort(Plan.Sort sort) {
        List<SortKey> keys = sort.keys().stream()
                .map(key -> new SortKey(change.apply(key.expr()), key.direction(), key.nulls()))
                .toList();
        return new Plan.Sort(sort.input(), keys, sort.limit());
    }

    @Override
    public Plan limit(Plan.Limit limit) {
        return limit;
    }

    @Override
    public Plan window(Plan.Window window) {
        List<WindowCall> calls = window.calls().stream()
                .map(call -> call.withArguments(all(call.arguments())))
                .toList();
        return new Plan.Window(window.input(), all(window.partitionKeys()), calls);
    }

    @Override
    public Plan match(Plan.Match match) {
        List<MatchStep> steps = match.steps().stream()
                .map(step ->
                        new MatchStep(step.name(), change.apply(step.condition()), all(step.values()), step.output()))
                .toList();
        return new Plan.Match(match.input(), all(match.partitionKeys()), match.columns(), steps, match.number());
    }

    private List<Expr> all(List<Expr> exprs) {
        return exprs.stream().map(change).toList();
    }

    private List<NamedExpr> named(List<NamedExpr> columns) {
        return columns.stream()
                .map(column -> new NamedExpr(column.name(), change.apply(column.expr())))
                .toList();
    }
}
