package io.quarry.detect.replay;

import io.quarry.data.Type;
import io.quarry.plan.AggregateCall;
import io.quarry.plan.Expr;
import io.quarry.plan.JoinKind;
import io.quarry.plan.NamedExpr;
import io.quarry.plan.Plan;
import io.quarry.plan.WindowFunction;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Turns a plan that looks back from the present into one that looks at all telemetry at once, where that gives the union
 * of what all runs of the detection would have given. That is so where each event is judged alone (filters, projections,
 * unnesting, unions, sorting, and what works on the groups of rows that come from one row) and the clock is read only to
 * compare the event's time with a bound.
 */
final class Widening implements Plan.Visitor<Optional<Widening.Wide>> {
    private static final Set<String> COMPARISONS = Set.of("<", "<=", ">", ">=");

    /** The aggregate that takes one of equal values. */
    private static final String ANY = "take_any";

    private static final Expr NO_COLUMN = new Expr.Literal(Type.LONG, null);

    /** Joins in which each left row is judged alone, if the right ones are the same at any time. */
    private static final Set<JoinKind> LEFT_DECIDES =
            Set.of(JoinKind.INNER, JoinKind.LEFT_OUTER, JoinKind.LEFT_SEMI, JoinKind.LEFT_ANTI);

    private Widening() {}

    /** The plan without its time window; empty if its answer depends on the window. */
    static Optional<Plan> widen(Plan plan) {
        if (!Clock.isReadBy(plan)) {
            return Optional.of(plan);
        }
        return plan.accept(new Widening())
                .filter(wide -> wide.numbers().isEmpty())
                .map(Wide::plan);
    }

    /**
     * A widened step.
     *
     * @param times which of its columns hold the event's time
     * @param numbers which of its columns number rows: their values depend on the window, but not which ones are equal
     */
    record Wide(Plan plan, BitSet times, BitSet numbers) {
        Wide(Plan plan, BitSet times) {
            this(plan, times, new BitSet());
        }

        /** This with other columns, of which some are columns of this. */
        Wide with(Plan next, List<Expr> columns) {
            BitSet nextTimes = new BitSet();
            BitSet nextNumbers = new BitSet();
            for (int i = 0; i < columns.size(); i++) {
                if (columns.get(i) instanceof Expr.Column column) {
                    nextTimes.set(i, times.get(column.index()));
                    nextNumbers.set(i, numbers.get(column.index()));
                }
            }
            return new Wide(next, nextTimes, nextNumbers);
        }

        /** True if the value of an expression depends on a number, which a column itself only passes on. */
        boolean computesNumber(Expr expr) {
            return !(expr instanceof Expr.Column) && readsNumber(expr);
        }

        boolean readsNumber(Expr expr) {
            return expr instanceof Expr.Column column
                    ? numbers.get(column.index())
                    : expr.children().stream().anyMatch(this::readsNumber);
        }

        /** True if rows with equal keys come from one row. */
        boolean areOfOneRow(List<Expr> keys) {
            return keys.stream().anyMatch(key -> key instanceof Expr.Column && readsNumber(key));
        }
    }

    @Override
    public Optional<Wide> scan(Plan.Scan scan) {
        BitSet times = new BitSet();
        for (int i = 0; i < scan.schema().size(); i++) {
            times.set(i, TimeColumns.isTime(scan.table(), scan.schema().name(i)));
        }
        return Optional.of(new Wide(scan, times));
    }

    @Override
    public Optional<Wide> values(Plan.Values values) {
        return timeless(values);
    }

    @Override
    public Optional<Wide> sequence(Plan.Sequence sequence) {
        return timeless(sequence);
    }

    @Override
    public Optional<Wide> filter(Plan.Filter filter) {
        Optional<Wide> input = filter.input().accept(this);
        if (input.isEmpty() || input.get().readsNumber(filter.condition())) {
            return Optional.empty();
        }
        List<Expr> kept = new ArrayList<>();
        for (Expr conjunct : conjuncts(filter.condition())) {
            if (!isTimed(conjunct)) {
                kept.add(conjunct);
            } else if (!isBound(conjunct, input.get().times())) {
                return Optional.empty();
            }
        }
        Plan wide = input.get().plan();
        if (!kept.isEmpty()) {
            wide = new Plan.Filter(wide, kept.size() == 1 ? kept.get(0) : new Expr.And(kept));
        }
        return Optional.of(new Wide(wide, input.get().times(), input.get().numbers()));
    }

    @Override
    public Optional<Wide> project(Plan.Project project) {
        List<Expr> columns = project.columns().stream().map(NamedExpr::expr).toList();
        return columns.stream().anyMatch(Widening::isTimed)
                ? Optional.empty()
                : project.input()
                        .accept(this)
                        .filter(input -> columns.stream().noneMatch(input::computesNumber))
                        .map(input -> input.with(project.withInputs(List.of(input.plan())), columns));
    }

    @Override
    public Optional<Wide> aggregate(Plan.Aggregate aggregate) {
        List<Expr> keys = aggregate.keys().stream().map(NamedExpr::expr).toList();
        List<Expr> columns = new ArrayList<>(keys);
        List<Expr> values = new ArrayList<>();
        for (AggregateCall call : aggregate.calls()) {
            boolean takesOne = call.function().name().equals(ANY)
                    && call.arguments().stream().allMatch(Expr.Column.class::isInstance);
            columns.add(takesOne ? call.arguments().get(0) : NO_COLUMN);
            values.addAll(takesOne ? List.of() : call.arguments());
        }
        Optional<Wide> input = ofOneRow(aggregate, keys, values);
        return input.isPresent()
                ? input.map(wide -> wide.with(aggregate.withInputs(List.of(wide.plan())), columns))
                : timeless(aggregate);
    }

    /** The input of a step that works within rows with equal keys, if these come from one row. */
    private Optional<Wide> ofOneRow(Plan step, List<Expr> keys, List<Expr> values) {
        if (step.expressions().stream().anyMatch(Widening::isTimed)) {
            return Optional.empty();
        }
        return step.inputs()
                .get(0)
                .accept(this)
                .filter(input -> input.areOfOneRow(keys)
                        && keys.stream().noneMatch(input::computesNumber)
                        && values.stream().noneMatch(input::readsNumber));
    }

    @Override
    public Optional<Wide> join(Plan.Join join) {
        Optional<Wide> left = join.left().accept(this);
        Optional<Wide> right = join.right().accept(this);
        if (left.isEmpty() || right.isEmpty() || join.expressions().stream().anyMatch(Widening::isTimed)) {
            return timeless(join);
        }
        boolean ofOneRow =
                left.get().areOfOneRow(join.leftKeys()) && right.get().areOfOneRow(join.rightKeys());
        boolean withConstants = LEFT_DECIDES.contains(join.kind())
                && !Clock.isReadBy(join.right())
                && !readsEvents(join.right())
                && join.leftKeys().stream().noneMatch(left.get()::readsNumber);
        if (!ofOneRow && !withConstants) {
            return timeless(join);
        }
        Plan joined = join.withInputs(List.of(left.get().plan(), right.get().plan()));
        int width = join.left().schema().size();
        BitSet times = (BitSet) left.get().times().clone();
        BitSet numbers = (BitSet) left.get().numbers().clone();
        if (!join.kind().leftColumnsOnly()) {
            right.get().times().stream().forEach(column -> times.set(width + column));
            right.get().numbers().stream().forEach(column -> numbers.set(width + column));
        }
        return Optional.of(new Wide(joined, times, numbers));
    }

    @Override
    public Optional<Wide> unnest(Plan.Unnest unnest) {
        if (unnest.collections().stream().map(NamedExpr::expr).anyMatch(Widening::isTimed)) {
            return Optional.empty();
        }
        return unnest.input()
                .accept(this)
                .filter(input -> unnest.expressions().stream().noneMatch(input::readsNumber))
                .map(input -> new Wide(unnest.withInputs(List.of(input.plan())), input.times(), input.numbers()));
    }

    @Override
    public Optional<Wide> union(Plan.Union union) {
        List<Plan> plans = new ArrayList<>();
        BitSet times = null;
        BitSet numbers = null;
        for (Plan plan : union.inputs()) {
            Optional<Wide> input = plan.accept(this);
            if (input.isEmpty()) {
                return Optional.empty();
            }
            plans.add(input.get().plan());
            if (times == null) {
                times = (BitSet) input.get().times().clone();
                numbers = (BitSet) input.get().numbers().clone();
            } else {
                times.and(input.get().times());
                numbers.or(input.get().numbers());
            }
        }
        return Optional.of(new Wide(new Plan.Union(plans), times, numbers));
    }

    @Override
    public Optional<Wide> sort(Plan.Sort sort) {
        if (sort.limit().isPresent() || sort.keys().stream().anyMatch(key -> isTimed(key.expr()))) {
            return timeless(sort);
        }
        return sort.input()
                .accept(this)
                .map(input -> new Wide(sort.withInputs(List.of(input.plan())), input.times(), input.numbers()));
    }

    @Override
    public Optional<Wide> limit(Plan.Limit limit) {
        return timeless(limit);
    }

    @Override
    public Optional<Wide> window(Plan.Window window) {
        boolean numbers = window.partitionKeys().isEmpty()
                && window.calls().stream()
                        .allMatch(call -> call.function() == WindowFunction.ROW_NUMBER
                                && call.arguments().stream().allMatch(Expr.Literal.class::isInstance));
        Optional<Wide> input = numbers
                ? window.input().accept(this)
                : ofOneRow(
                        window,
                        window.partitionKeys(),
                        window.calls().stream()
                                .flatMap(call -> call.arguments().stream())
                                .toList());
        if (input.isEmpty()) {
            return timeless(window);
        }
        Wide wide = input.get();
        BitSet numbered = (BitSet) wide.numbers().clone();
        if (numbers) {
            numbered.set(window.input().schema().size(), window.schema().size());
        }
        return Optional.of(new Wide(window.withInputs(List.of(wide.plan())), wide.times(), numbered));
    }

    /** True if the value depends on the time of the run: on the clock, or on the events that a sub-query has seen by then. */
    private static boolean isTimed(Expr expr) {
        return Clock.isReadBy(expr) || readsEvents(expr);
    }

    private static boolean readsEvents(Expr expr) {
        return expr.subqueries().stream().anyMatch(subquery -> readsEvents(subquery.plan()));
    }

    private static boolean readsEvents(Plan plan) {
        return plan instanceof Plan.Scan
                || plan.inputs().stream().anyMatch(Widening::readsEvents)
                || plan.expressions().stream().anyMatch(Widening::readsEvents);
    }

    @Override
    public Optional<Wide> match(Plan.Match match) {
        return timeless(match);
    }

    private static Optional<Wide> timeless(Plan plan) {
        return Clock.isReadBy(plan) ? Optional.empty() : Optional.of(new Wide(plan, new BitSet()));
    }

    private static List<Expr> conjuncts(Expr condition) {
        if (condition instanceof Expr.And and) {
            return and.operands().stream()
                    .flatMap(operand -> conjuncts(operand).stream())
                    .toList();
        }
        return List.of(condition);
    }

    /** True for a comparison between the event's time and something that reads the clock, no column and no events. */
    private static boolean isBound(Expr expr, BitSet times) {
        if (!(expr instanceof Expr.Call call)
                || !COMPARISONS.contains(call.function().name())) {
            return false;
        }
        Expr left = call.arguments().get(0);
        Expr right = call.arguments().get(1);
        return isTime(left, times) && isMoment(right) || isMoment(left) && isTime(right, times);
    }

    private static boolean isTime(Expr expr, BitSet times) {
        return expr instanceof Expr.Column column && times.get(column.index());
    }

    private static boolean isMoment(Expr expr) {
        return Clock.isReadBy(expr) && !expr.readsColumns() && !readsEvents(expr);
    }
}
