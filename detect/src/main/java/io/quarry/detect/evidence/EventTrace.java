package io.quarry.detect.evidence;

import io.quarry.data.Field;
import io.quarry.data.HiddenColumns;
import io.quarry.data.Schema;
import io.quarry.data.Type;
import io.quarry.plan.AggregateCall;
import io.quarry.plan.Expr;
import io.quarry.plan.MatchStep;
import io.quarry.plan.NamedExpr;
import io.quarry.plan.Origin;
import io.quarry.plan.Plan;
import io.quarry.plan.SourceText;
import io.quarry.plan.Span;
import io.quarry.plan.WindowCall;
import java.util.ArrayList;
import java.util.List;

/**
 * Rewrites a plan so that its last column, {@link #COLUMN}, holds the numbers of the events behind each row: the row's own
 * event through filters, projections and unnesting, both sides' events through a join, all events of the group through an aggregate.
 * The other columns and the rows stay as they were.
 */
public final class EventTrace implements Plan.Visitor<Plan> {
    /** The column of every table made from telemetry that holds the number of its event. */
    public static final String COLUMN = HiddenColumns.EVENT;

    private static final Origin NOWHERE = new Origin(new SourceText("evidence", ""), new Span(0, 0));

    private EventTrace() {}

    /** The plan with one more column at the end. */
    public static Plan trace(Plan plan) {
        return plan.accept(new EventTrace());
    }

    /** The event numbers in a value of {@link #COLUMN}, ascending. */
    public static EventNumbers events(Object value) {
        if (value instanceof EventNumbers events) {
            return events;
        }
        EventNumbers.Builder events = new EventNumbers.Builder();
        EventSet.addTo(events, value);
        return events.build();
    }

    @Override
    public Plan scan(Plan.Scan scan) {
        return new Plan.Scan(scan.table(), scan.schema().plus(List.of(new Field(COLUMN, Type.LONG))));
    }

    @Override
    public Plan values(Plan.Values values) {
        return withoutEvents(values);
    }

    @Override
    public Plan sequence(Plan.Sequence sequence) {
        return withoutEvents(sequence);
    }

    @Override
    public Plan filter(Plan.Filter filter) {
        return filter.withInputs(List.of(filter.input().accept(this)));
    }

    @Override
    public Plan project(Plan.Project project) {
        Plan input = project.input().accept(this);
        List<NamedExpr> columns = new ArrayList<>(project.columns());
        columns.add(new NamedExpr(COLUMN, last(input)));
        return new Plan.Project(input, columns);
    }

    @Override
    public Plan aggregate(Plan.Aggregate aggregate) {
        Plan input = aggregate.input().accept(this);
        Expr.Column events = last(input);
        List<AggregateCall> calls = new ArrayList<>(aggregate.calls());
        calls.add(new AggregateCall(COLUMN, EventSet.collect(events.type()), List.of(events), NOWHERE));
        return new Plan.Aggregate(input, aggregate.keys(), calls);
    }

    @Override
    public Plan join(Plan.Join join) {
        Plan left = join.left().accept(this);
        if (join.kind().leftColumnsOnly()) {
            return new Plan.Join(left, join.right(), join.kind(), join.leftKeys(), join.rightKeys());
        }
        Plan right = join.right().accept(this);
        Plan joined = new Plan.Join(left, right, join.kind(), join.leftKeys(), join.rightKeys());
        Schema schema = joined.schema();
        int leftEvents = left.schema().size() - 1;
        int rightEvents = schema.size() - 1;
        List<NamedExpr> columns = new ArrayList<>();
        for (int i = 0; i < rightEvents; i++) {
            if (i != leftEvents) {
                columns.add(new NamedExpr(schema.name(i), new Expr.Column(i, schema.type(i))));
            }
        }
        Type leftType = schema.type(leftEvents);
        Type rightType = schema.type(rightEvents);
        columns.add(new NamedExpr(
                COLUMN,
                new Expr.Call(
                        EventSet.union(leftType, rightType),
                        List.of(new Expr.Column(leftEvents, leftType), new Expr.Column(rightEvents, rightType)),
                        NOWHERE)));
        return new Plan.Project(joined, columns);
    }

    @Override
    public Plan unnest(Plan.Unnest unnest) {
        Plan unnested = unnest.withInputs(List.of(unnest.input().accept(this)));
        return withColumnLast(unnested, unnest.input().schema().size());
    }

    @Override
    public Plan union(Plan.Union union) {
        List<Plan> inputs =
                union.inputs().stream().map(input -> input.accept(this)).toList();
        boolean lists = inputs.stream().anyMatch(input -> last(input).type() == Type.DYNAMIC);
        return new Plan.Union(lists ? inputs.stream().map(EventTrace::asList).toList() : inputs);
    }

    @Override
    public Plan sort(Plan.Sort sort) {
        return sort.withInputs(List.of(sort.input().accept(this)));
    }

    @Override
    public Plan limit(Plan.Limit limit) {
        return limit.withInputs(List.of(limit.input().accept(this)));
    }

    /** A row's neighbours are no evidence of it. */
    @Override
    public Plan window(Plan.Window window) {
        Plan input = window.input().accept(this);
        int width = window.input().schema().size();
        List<WindowCall> calls = window.calls().stream()
                .map(call -> call.withArguments(call.arguments().stream()
                        .map(argument -> movedFrom(width, argument))
                        .toList()))
                .toList();
        return withColumnLast(new Plan.Window(input, window.partitionKeys(), calls), width);
    }

    /** The expression over columns of which those from {@code index} on stand one place later. */
    private static Expr movedFrom(int index, Expr expr) {
        if (expr instanceof Expr.Column column) {
            return column.index() < index ? column : new Expr.Column(column.index() + 1, column.type());
        }
        return expr.withChildren(
                expr.children().stream().map(child -> movedFrom(index, child)).toList());
    }

    /** The columns as they are, but one of them last. */
    private static Plan withColumnLast(Plan plan, int index) {
        Schema schema = plan.schema();
        List<NamedExpr> columns = new ArrayList<>();
        for (int i = 0; i < schema.size(); i++) {
            if (i != index) {
                columns.add(new NamedExpr(schema.name(i), new Expr.Column(i, schema.type(i))));
            }
        }
        columns.add(new NamedExpr(COLUMN, new Expr.Column(index, schema.type(index))));
        return new Plan.Project(plan, columns);
    }

    /** A row's events, and those of the steps that led to it. */
    @Override
    public Plan match(Plan.Match match) {
        Plan input = match.input().accept(this);
        Expr.Column own = last(input);
        int columns = match.columns().size();
        List<NamedExpr> remembered = new ArrayList<>(match.columns());
        remembered.add(new NamedExpr(COLUMN, new Expr.Literal(Type.DYNAMIC, null)));
        List<MatchStep> steps = new ArrayList<>();
        for (MatchStep step : match.steps()) {
            List<Expr> values = new ArrayList<>(step.values().stream()
                    .map(value -> inState(value, own.index(), columns))
                    .toList());
            values.add(eventsAt(steps.size(), own, columns));
            steps.add(
                    new MatchStep(step.name(), inState(step.condition(), own.index(), columns), values, step.output()));
        }
        Plan traced = new Plan.Match(input, match.partitionKeys(), remembered, steps, match.number());
        return withColumnLast(traced, columns);
    }

    private static Expr eventsAt(int step, Expr.Column own, int columns) {
        if (step == 0) {
            return new Expr.Call(EventSet.asList(own.type()), List.of(own), NOWHERE);
        }
        int before = own.index() + step * (columns + 1) + columns;
        return new Expr.Call(
                EventSet.union(own.type(), Type.DYNAMIC), List.of(own, new Expr.Column(before, Type.DYNAMIC)), NOWHERE);
    }

    /** The expression of a match's step where the input, and the state of each step, have one more column at the end. */
    private static Expr inState(Expr expr, int width, int columns) {
        if (expr instanceof Expr.Column column) {
            int index = column.index();
            return index < width ? column : new Expr.Column(index + 1 + (index - width) / columns, column.type());
        }
        return expr.withChildren(expr.children().stream()
                .map(child -> inState(child, width, columns))
                .toList());
    }

    private static Plan withoutEvents(Plan plan) {
        return withLast(plan, plan.schema().size(), new Expr.Literal(Type.LONG, null));
    }

    private static Plan asList(Plan plan) {
        Expr.Column events = last(plan);
        if (events.type() == Type.DYNAMIC) {
            return plan;
        }
        Expr list = new Expr.Call(EventSet.asList(events.type()), List.of(events), NOWHERE);
        return withLast(plan, plan.schema().size() - 1, list);
    }

    /** The first {@code count} columns as they are, and the evidence column computed by {@code expr}. */
    private static Plan withLast(Plan plan, int count, Expr expr) {
        List<NamedExpr> columns = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            columns.add(new NamedExpr(
                    plan.schema().name(i), new Expr.Column(i, plan.schema().type(i))));
        }
        columns.add(new NamedExpr(COLUMN, expr));
        return new Plan.Project(plan, columns);
    }

    private static Expr.Column last(Plan plan) {
        int index = plan.schema().size() - 1;
        return new Expr.Column(index, plan.schema().type(index));
    }
}
