package io.quarry.kql.group;

import io.quarry.kql.type.NullTexts;
import io.quarry.plan.Expr;
import io.quarry.plan.JoinKind;
import io.quarry.plan.MatchStep;
import io.quarry.plan.NamedExpr;
import io.quarry.plan.Plan;
import io.quarry.plan.SortKey;
import io.quarry.plan.WindowCall;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Makes plain steps of a pipe that is to run for each group of rows. The pipe is analyzed over a stand-in for the rows of one
 * group; then each of its steps becomes the step that does the same for all groups at once. Every lifted step has the columns
 * of the original one and, after them, those of the group: its keys, which steps that bring rows together add to their own,
 * and columns that are the same in all rows of a group.
 */
public final class Lift implements Plan.Visitor<Plan> {
    private final Plan standIn;
    private final Groups groups;

    /**
     * @param standIn what the pipe is analyzed over
     * @param groups the rows of all groups: the columns of the stand-in, then those of the group
     */
    public Lift(Plan standIn, Groups groups) {
        this.standIn = standIn;
        this.groups = groups;
    }

    /** The plan for all groups; what does not depend on the group is the same in each. */
    public Plan lift(Plan plan) {
        return depends(plan) ? plan.accept(this) : groups.each(plan);
    }

    private boolean depends(Plan plan) {
        return plan == standIn || plan.inputs().stream().anyMatch(this::depends);
    }

    @Override
    public Plan scan(Plan.Scan scan) {
        return scan == standIn ? groups.rows() : groups.each(scan);
    }

    @Override
    public Plan values(Plan.Values values) {
        return groups.each(values);
    }

    @Override
    public Plan sequence(Plan.Sequence sequence) {
        return groups.each(sequence);
    }

    @Override
    public Plan filter(Plan.Filter filter) {
        return filter.withInputs(List.of(lift(filter.input())));
    }

    @Override
    public Plan project(Plan.Project project) {
        Plan input = lift(project.input());
        List<NamedExpr> columns = new ArrayList<>(project.columns());
        columns.addAll(
                Columns.range(input, width(project.input()), input.schema().size()));
        return new Plan.Project(input, columns);
    }

    @Override
    public Plan aggregate(Plan.Aggregate aggregate) {
        Plan input = lift(aggregate.input());
        int width = width(aggregate.input());
        int own = aggregate.keys().size();
        List<NamedExpr> keys = new ArrayList<>(aggregate.keys());
        keys.addAll(Columns.range(input, width, width + groups.keys()));
        Plan grouped = groups.aggregate(input, width, keys, aggregate.calls());
        int calls = own + groups.keys();
        int constants = calls + aggregate.calls().size();
        Plan lifted = Columns.select(
                grouped,
                List.of(
                        Columns.range(grouped, 0, own),
                        Columns.range(grouped, calls, constants),
                        Columns.range(grouped, own, calls),
                        Columns.range(grouped, constants, grouped.schema().size())));
        return own == 0 && mayBeEmpty(aggregate.input()) ? withEmptyGroups(aggregate, lifted) : lifted;
    }

    /** An aggregation without keys gives a row also where nothing is left of a group. */
    private Plan withEmptyGroups(Plan.Aggregate aggregate, Plan lifted) {
        Plan nothing = new Plan.Values(aggregate.input().schema(), List.of());
        Plan ofNothing = new Plan.Aggregate(nothing, List.of(), aggregate.calls());
        return new Plan.Union(List.of(lifted, groups.eachWithout(lifted, width(aggregate), ofNothing)));
    }

    /** False if a group, which has rows, has rows after these steps. */
    private boolean mayBeEmpty(Plan plan) {
        if (plan == standIn) {
            return false;
        }
        if (plan instanceof Plan.Aggregate aggregate && aggregate.keys().isEmpty()) {
            return false;
        }
        boolean keepsRows = plan instanceof Plan.Project
                || plan instanceof Plan.Aggregate
                || plan instanceof Plan.Window
                || plan instanceof Plan.Sort sort && sort.limit().orElse(1) > 0
                || plan instanceof Plan.Limit limit && limit.rows() > 0
                || plan instanceof Plan.Join join && join.kind() == JoinKind.LEFT_OUTER;
        return !keepsRows || mayBeEmpty(plan.inputs().get(0));
    }

    @Override
    public Plan join(Plan.Join join) {
        boolean leftDecides = join.kind() == JoinKind.INNER
                || join.kind() == JoinKind.LEFT_OUTER
                || join.kind() == JoinKind.LEFT_SEMI
                || join.kind() == JoinKind.LEFT_ANTI;
        if (leftDecides && !depends(join.right())) {
            Plan left = lift(join.left());
            Plan joined = new Plan.Join(left, join.right(), join.kind(), join.leftKeys(), join.rightKeys());
            return groupLast(joined, width(join.left()));
        }
        boolean bothMiss = join.kind() == JoinKind.FULL_OUTER;
        Plan left = bothMiss ? Columns.flagged(lift(join.left())) : lift(join.left());
        Plan right = lift(join.right());
        List<Expr> leftKeys = new ArrayList<>(join.leftKeys());
        leftKeys.addAll(groups.keysOf(left, width(join.left())));
        List<Expr> rightKeys = new ArrayList<>(join.rightKeys());
        rightKeys.addAll(groups.keysOf(right, width(join.right())));
        Plan joined = new Plan.Join(left, right, join.kind(), leftKeys, rightKeys);
        return join.kind().leftColumnsOnly()
                ? joined
                : oneGroup(joined, join, left.schema().size());
    }

    /** Of a join of two lifted inputs, the columns of both and one copy of the group's. */
    private Plan oneGroup(Plan joined, Plan.Join join, int rightStart) {
        int leftWidth = width(join.left());
        int rightWidth = width(join.right());
        List<NamedExpr> ofLeft = Columns.range(joined, leftWidth, leftWidth + groups.width());
        List<NamedExpr> ofRight =
                Columns.range(joined, rightStart + rightWidth, rightStart + rightWidth + groups.width());
        List<NamedExpr> group =
                switch (join.kind()) {
                    case RIGHT_OUTER -> ofRight;
                    case FULL_OUTER -> Columns.either(joined, rightStart - 1, ofLeft, ofRight);
                    case INNER, INNER_UNIQUE, LEFT_OUTER, LEFT_SEMI, LEFT_ANTI -> ofLeft;
                };
        return Columns.select(
                joined,
                List.of(
                        Columns.range(joined, 0, leftWidth),
                        Columns.range(joined, rightStart, rightStart + rightWidth),
                        group));
    }

    @Override
    public Plan unnest(Plan.Unnest unnest) {
        return groupLast(unnest.withInputs(List.of(lift(unnest.input()))), width(unnest.input()));
    }

    @Override
    public Plan union(Plan.Union union) {
        return new Plan.Union(union.inputs().stream().map(this::lift).toList());
    }

    @Override
    public Plan sort(Plan.Sort sort) {
        Plan input = lift(sort.input());
        List<SortKey> keys = new ArrayList<>();
        for (Expr key : groups.keysOf(input, width(sort.input()))) {
            keys.add(new SortKey(key, SortKey.Direction.ASCENDING, SortKey.Nulls.FIRST));
        }
        keys.addAll(sort.keys());
        Plan sorted = new Plan.Sort(input, keys, OptionalLong.empty());
        return sort.limit().isEmpty()
                ? sorted
                : firstOfEach(sorted, width(sort.input()), sort.limit().getAsLong());
    }

    @Override
    public Plan limit(Plan.Limit limit) {
        return firstOfEach(lift(limit.input()), width(limit.input()), limit.rows());
    }

    private Plan firstOfEach(Plan rows, int width, long count) {
        return RowNumbers.first(rows, groups.keysOf(rows, width), count);
    }

    @Override
    public Plan window(Plan.Window window) {
        Plan input = lift(window.input());
        int width = width(window.input());
        List<Expr> keys = new ArrayList<>(window.partitionKeys());
        keys.addAll(groups.keysOf(input, width));
        List<WindowCall> calls = window.calls().stream()
                .map(call -> call.withArguments(call.arguments().stream()
                        .map(argument -> Columns.shifted(argument, width, groups.width()))
                        .toList()))
                .toList();
        return groupLast(new Plan.Window(input, keys, calls), width);
    }

    @Override
    public Plan match(Plan.Match match) {
        Plan input = lift(match.input());
        int width = width(match.input());
        List<Expr> keys = new ArrayList<>(match.partitionKeys());
        keys.addAll(groups.keysOf(input, width));
        List<NamedExpr> group = Columns.range(input, width, width + groups.width());
        int columns = match.columns().size();
        List<NamedExpr> remembered = new ArrayList<>(match.columns());
        group.forEach(column -> remembered.add(
                new NamedExpr(column.name(), NullTexts.missing(column.expr().type()))));
        List<MatchStep> steps = new ArrayList<>();
        for (MatchStep step : match.steps()) {
            List<Expr> values = new ArrayList<>(step.values().stream()
                    .map(value -> inState(value, width, columns))
                    .toList());
            group.forEach(column -> values.add(column.expr()));
            Expr condition = inState(step.condition(), width, columns);
            steps.add(new MatchStep(step.name(), condition, values, step.output()));
        }
        return groupLast(new Plan.Match(input, keys, remembered, steps, match.number()), columns);
    }

    /** An expression of a match's step, where the columns of the group follow those of the input and of each state. */
    private Expr inState(Expr expr, int width, int columns) {
        if (expr instanceof Expr.Column column && column.index() >= width) {
            int steps = (column.index() - width) / columns;
            return new Expr.Column(column.index() + groups.width() * (1 + steps), column.type());
        }
        return expr.withChildren(expr.children().stream()
                .map(child -> inState(child, width, columns))
                .toList());
    }

    /** The columns of the group, which stand after the first ones, put behind what follows them. */
    private Plan groupLast(Plan plan, int width) {
        int end = plan.schema().size();
        if (end == width + groups.width()) {
            return plan;
        }
        return Columns.select(
                plan,
                List.of(
                        Columns.range(plan, 0, width),
                        Columns.range(plan, width + groups.width(), end),
                        Columns.range(plan, width, width + groups.width())));
    }

    private static int width(Plan plan) {
        return plan.schema().size();
    }
}
