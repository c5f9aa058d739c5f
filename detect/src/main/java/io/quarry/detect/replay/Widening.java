package io.quarry.detect.replay;

import io.quarry.plan.Expr;
import io.quarry.plan.NamedExpr;
import io.quarry.plan.Plan;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Turns a plan that looks back from the present into one that looks at all telemetry at once, where that gives the union
 * of what all runs of the detection would have given. That is so where each event is judged alone (filters, projections,
 * unnesting, unions, sorting) and the clock is read only to compare the event's time with a bound.
 */
final class Widening implements Plan.Visitor<Optional<Widening.Wide>> {
    private static final Set<String> COMPARISONS = Set.of("<", "<=", ">", ">=");

    private Widening() {}

    /** The plan without its time window; empty if its answer depends on the window. */
    static Optional<Plan> widen(Plan plan) {
        return Clock.isReadBy(plan) ? plan.accept(new Widening()).map(Wide::plan) : Optional.of(plan);
    }

    /** A widened step, and which of its columns hold the event's time. */
    record Wide(Plan plan, BitSet times) {}

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
        if (input.isEmpty()) {
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
        return Optional.of(new Wide(wide, input.get().times()));
    }

    @Override
    public Optional<Wide> project(Plan.Project project) {
        if (project.columns().stream().map(NamedExpr::expr).anyMatch(Widening::isTimed)) {
            return Optional.empty();
        }
        return project.input().accept(this).map(input -> {
            BitSet times = new BitSet();
            for (int i = 0; i < project.columns().size(); i++) {
                times.set(
                        i,
                        project.columns().get(i).expr() instanceof Expr.Column column
                                && input.times().get(column.index()));
            }
            return new Wide(project.withInputs(List.of(input.plan())), times);
        });
    }

    @Override
    public Optional<Wide> aggregate(Plan.Aggregate aggregate) {
        return timeless(aggregate);
    }

    @Override
    public Optional<Wide> join(Plan.Join join) {
        return timeless(join);
    }

    @Override
    public Optional<Wide> unnest(Plan.Unnest unnest) {
        if (unnest.collections().stream().map(NamedExpr::expr).anyMatch(Widening::isTimed)) {
            return Optional.empty();
        }
        return unnest.input()
                .accept(this)
                .map(input -> new Wide(unnest.withInputs(List.of(input.plan())), input.times()));
    }

    @Override
    public Optional<Wide> union(Plan.Union union) {
        List<Plan> plans = new ArrayList<>();
        BitSet times = null;
        for (Plan plan : union.inputs()) {
            Optional<Wide> input = plan.accept(this);
            if (input.isEmpty()) {
                return Optional.empty();
            }
            plans.add(input.get().plan());
            if (times == null) {
                times = (BitSet) input.get().times().clone();
            } else {
                times.and(input.get().times());
            }
        }
        return Optional.of(new Wide(new Plan.Union(plans), times));
    }

    @Override
    public Optional<Wide> sort(Plan.Sort sort) {
        if (sort.limit().isPresent() || sort.keys().stream().anyMatch(key -> isTimed(key.expr()))) {
            return timeless(sort);
        }
        return sort.input().accept(this).map(input -> new Wide(sort.withInputs(List.of(input.plan())), input.times()));
    }

    @Override
    public Optional<Wide> limit(Plan.Limit limit) {
        return timeless(limit);
    }

    @Override
    public Optional<Wide> window(Plan.Window window) {
        return timeless(window);
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
