package io.quarry.engine.rule;

import io.quarry.data.Field;
import io.quarry.data.Schema;
import io.quarry.plan.AggregateCall;
import io.quarry.plan.Expr;
import io.quarry.plan.NamedExpr;
import io.quarry.plan.Plan;
import io.quarry.plan.SortKey;
import io.quarry.plan.WindowCall;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Drops the columns that nobody asks for, down to the scans. One object for one step and what is asked of it. */
final class ColumnPruning implements Plan.Visitor<ColumnPruning.Pruned> {
    private static final int DROPPED = -1;

    private final BitSet required;

    private ColumnPruning(BitSet required) {
        this.required = required;
    }

    /**
     * A step that gives at least the required columns, in their order.
     *
     * @param indexes for each column of the step as it was, its index now, or {@link #DROPPED}
     */
    record Pruned(Plan plan, int[] indexes) {
        Expr move(Expr expr) {
            return Columns.move(expr, index -> indexes[index]);
        }

        List<Expr> move(List<Expr> exprs) {
            return exprs.stream().map(this::move).toList();
        }
    }

    /** The plan with all its columns, each step below it with those that are used. */
    static Plan prune(Plan plan) {
        BitSet all = new BitSet();
        all.set(0, plan.schema().size());
        return prune(plan, all).plan();
    }

    private static Pruned prune(Plan plan, BitSet required) {
        return plan.accept(new ColumnPruning(required));
    }

    @Override
    public Pruned scan(Plan.Scan scan) {
        return new Pruned(new Plan.Scan(scan.table(), kept(scan.schema())), indexes(scan.schema()));
    }

    @Override
    public Pruned values(Plan.Values values) {
        if (required.cardinality() == values.schema().size()) {
            return new Pruned(values, indexes(values.schema()));
        }
        List<List<Object>> rows = values.rows().stream()
                .map(row -> Arrays.asList(required.stream().mapToObj(row::get).toArray()))
                .toList();
        return new Pruned(new Plan.Values(kept(values.schema()), rows), indexes(values.schema()));
    }

    @Override
    public Pruned sequence(Plan.Sequence sequence) {
        return new Pruned(sequence, new int[] {0});
    }

    @Override
    public Pruned filter(Plan.Filter filter) {
        Pruned input = prune(filter.input(), requiredAnd(Columns.used(filter.condition())));
        return new Pruned(new Plan.Filter(input.plan(), input.move(filter.condition())), input.indexes());
    }

    @Override
    public Pruned project(Plan.Project project) {
        List<NamedExpr> columns =
                required.stream().mapToObj(project.columns()::get).toList();
        Pruned input = prune(
                project.input(),
                Columns.used(columns.stream().map(NamedExpr::expr).toList()));
        return new Pruned(new Plan.Project(input.plan(), moved(columns, input)), indexes(project.schema()));
    }

    @Override
    public Pruned aggregate(Plan.Aggregate aggregate) {
        int keyCount = aggregate.keys().size();
        required.set(0, keyCount);
        List<AggregateCall> calls = required.stream()
                .skip(keyCount)
                .mapToObj(index -> aggregate.calls().get(index - keyCount))
                .toList();
        List<Expr> exprs = new ArrayList<>();
        aggregate.keys().forEach(key -> exprs.add(key.expr()));
        calls.forEach(call -> exprs.addAll(call.arguments()));
        Pruned input = prune(aggregate.input(), Columns.used(exprs));
        List<AggregateCall> moved = calls.stream()
                .map(call ->
                        new AggregateCall(call.name(), call.function(), input.move(call.arguments()), call.origin()))
                .toList();
        return new Pruned(
                new Plan.Aggregate(input.plan(), moved(aggregate.keys(), input), moved), indexes(aggregate.schema()));
    }

    @Override
    public Pruned join(Plan.Join join) {
        int leftWidth = join.left().schema().size();
        BitSet leftRequired = required.get(0, leftWidth);
        leftRequired.or(Columns.used(join.leftKeys()));
        BitSet rightRequired = required.get(leftWidth, Math.max(leftWidth, required.length()));
        rightRequired.or(Columns.used(join.rightKeys()));
        Pruned left = prune(join.left(), leftRequired);
        Pruned right = prune(join.right(), rightRequired);
        Plan pruned = new Plan.Join(
                left.plan(), right.plan(), join.kind(), left.move(join.leftKeys()), right.move(join.rightKeys()));
        int[] indexes = Arrays.copyOf(left.indexes(), join.schema().size());
        for (int i = leftWidth; i < indexes.length; i++) {
            int index = right.indexes()[i - leftWidth];
            indexes[i] = index == DROPPED ? DROPPED : left.plan().schema().size() + index;
        }
        return new Pruned(pruned, indexes);
    }

    /** All collections stay, since the number of rows depends on each. */
    @Override
    public Pruned unnest(Plan.Unnest unnest) {
        int width = unnest.input().schema().size();
        int count = unnest.collections().size();
        BitSet inputRequired = required.get(0, width);
        inputRequired.or(
                Columns.used(unnest.collections().stream().map(NamedExpr::expr).toList()));
        Pruned input = prune(unnest.input(), inputRequired);
        Optional<String> index = unnest.index().filter(name -> required.get(width + count));
        Plan pruned =
                new Plan.Unnest(input.plan(), moved(unnest.collections(), input), unnest.bags(), index, unnest.limit());
        int[] indexes = Arrays.copyOf(input.indexes(), unnest.schema().size());
        int newWidth = input.plan().schema().size();
        for (int i = width; i < indexes.length; i++) {
            indexes[i] = i < width + count || index.isPresent() ? newWidth + i - width : DROPPED;
        }
        return new Pruned(pruned, indexes);
    }

    @Override
    public Pruned union(Plan.Union union) {
        List<Plan> inputs = union.inputs().stream().map(this::exactly).toList();
        return new Pruned(new Plan.Union(inputs), indexes(union.schema()));
    }

    @Override
    public Pruned sort(Plan.Sort sort) {
        Pruned input = prune(
                sort.input(),
                requiredAnd(Columns.used(sort.keys().stream().map(SortKey::expr).toList())));
        List<SortKey> keys = sort.keys().stream()
                .map(key -> new SortKey(input.move(key.expr()), key.direction(), key.nulls()))
                .toList();
        return new Pruned(new Plan.Sort(input.plan(), keys, sort.limit()), input.indexes());
    }

    @Override
    public Pruned limit(Plan.Limit limit) {
        Pruned input = prune(limit.input(), requiredAnd(new BitSet()));
        return new Pruned(new Plan.Limit(input.plan(), limit.rows()), input.indexes());
    }

    /** A call stays if it is asked for, or a call after it that stays uses it. */
    @Override
    public Pruned window(Plan.Window window) {
        int width = window.input().schema().size();
        BitSet needed = requiredAnd(Columns.used(window.partitionKeys()));
        for (int i = window.calls().size() - 1; i >= 0; i--) {
            if (needed.get(width + i)) {
                needed.or(Columns.used(window.calls().get(i).arguments()));
            }
        }
        Pruned input = prune(window.input(), needed.get(0, width));
        int[] indexes = Arrays.copyOf(input.indexes(), window.schema().size());
        Pruned columns = new Pruned(input.plan(), indexes);
        List<WindowCall> calls = new ArrayList<>();
        for (int i = 0; i < window.calls().size(); i++) {
            WindowCall call = window.calls().get(i);
            indexes[width + i] = DROPPED;
            if (needed.get(width + i)) {
                indexes[width + i] = input.plan().schema().size() + calls.size();
                calls.add(call.withArguments(columns.move(call.arguments())));
            }
        }
        Plan pruned = calls.isEmpty()
                ? input.plan()
                : new Plan.Window(input.plan(), columns.move(window.partitionKeys()), calls);
        return new Pruned(pruned, indexes);
    }

    /** A column stays if it is asked for, or a step reads it of the state. */
    @Override
    public Pruned match(Plan.Match match) {
        PrunedMatch columns = PrunedMatch.of(match, required);
        Pruned input = prune(match.input(), columns.ofInput());
        Plan pruned = columns.over(
                input.plan(),
                input.indexes(),
                match.number().filter(name -> required.get(match.columns().size())));
        int[] indexes = new int[match.schema().size()];
        for (int i = 0; i < match.columns().size(); i++) {
            indexes[i] = columns.index(i);
        }
        if (match.number().isPresent()) {
            int last = indexes.length - 1;
            indexes[last] = required.get(last) ? pruned.schema().size() - 1 : DROPPED;
        }
        return new Pruned(pruned, indexes);
    }

    /** The input with the required columns and no others. */
    private Plan exactly(Plan input) {
        Pruned pruned = prune(input, requiredAnd(new BitSet()));
        if (pruned.plan().schema().size() == required.cardinality()) {
            return pruned.plan();
        }
        List<NamedExpr> columns = required.stream()
                .mapToObj(index -> {
                    Field field = input.schema().field(index);
                    return new NamedExpr(field.name(), new Expr.Column(pruned.indexes()[index], field.type()));
                })
                .toList();
        return new Plan.Project(pruned.plan(), columns);
    }

    private BitSet requiredAnd(BitSet more) {
        BitSet all = (BitSet) required.clone();
        all.or(more);
        return all;
    }

    private Schema kept(Schema schema) {
        return new Schema(required.stream().mapToObj(schema::field).toList());
    }

    /** The indexes of the required columns once the others are gone. */
    private int[] indexes(Schema schema) {
        int[] indexes = new int[schema.size()];
        int next = 0;
        for (int i = 0; i < indexes.length; i++) {
            indexes[i] = required.get(i) ? next++ : DROPPED;
        }
        return indexes;
    }

    private static List<NamedExpr> moved(List<NamedExpr> columns, Pruned input) {
        return columns.stream()
                .map(column -> new NamedExpr(column.name(), input.move(column.expr())))
                .toList();
    }
}
