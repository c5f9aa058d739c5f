package io.quarry.engine.operator;

import io.quarry.data.Batch;
import io.quarry.data.Schema;
import io.quarry.data.Vector;
import io.quarry.engine.expression.Frame;
import io.quarry.engine.key.KeyTable;
import io.quarry.plan.Accumulator;
import io.quarry.plan.NamedExpr;
import io.quarry.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/** The groups of consecutive rows, in order of first appearance, with the states of their aggregates. Not safe for threads. */
final class Groups {
    private static final int BYTES_OF_STATE = 32;

    private final Grouping grouping;
    private final Schema keySchema;
    private final KeyTable table;
    private final HeldRows keys;
    private final List<Accumulator> accumulators;
    private long bytesOfStates;

    /** The group of each row of a batch, reused. */
    private int[] groups = new int[0];

    Groups(Grouping grouping) {
        Plan.Aggregate aggregate = grouping.aggregate();
        this.grouping = grouping;
        this.keySchema =
                new Schema(aggregate.keys().stream().map(NamedExpr::field).toList());
        this.table = new KeyTable(
                aggregate.keys().stream().map(key -> key.expr().type()).toList());
        this.keys = new HeldRows("aggregate", keySchema, grouping.memory());
        this.accumulators = aggregate.calls().stream()
                .map(call -> call.function().accumulator())
                .toList();
    }

    void add(Frame rows) {
        number(grouping.keysOf(rows), rows.rows());
        List<Vector[]> arguments = grouping.argumentsOf(rows);
        for (int i = 0; i < accumulators.size(); i++) {
            int call = i;
            grouping.carryOut(
                    call, () -> accumulators.get(call).add(groups, table.size(), arguments.get(call), rows.rows()));
        }
        countStates();
    }

    /** Adds the groups of the rows that follow. */
    void merge(Groups next) {
        int known = table.size();
        int[] theirs = table.addAll(next.table);
        int first = 0;
        for (Batch batch : next.keys.batches()) {
            known = keepNew(batch, theirs, first, known);
            first += batch.rows();
        }
        for (int i = 0; i < accumulators.size(); i++) {
            int call = i;
            grouping.carryOut(
                    call, () -> accumulators.get(call).merge(next.accumulators.get(call), theirs, table.size()));
        }
        next.keys.release();
        countStates();
    }

    /** Counts by how much the states have grown. */
    private void countStates() {
        long bytes = accumulators.stream().mapToLong(Accumulator::bytes).sum();
        keys.reserve(bytes - bytesOfStates);
        bytesOfStates = bytes;
    }

    /** One row for each group. Nothing is asked of the groups afterwards. */
    HeldRows finish() {
        Plan.Aggregate aggregate = grouping.aggregate();
        int rows = aggregate.keys().isEmpty() ? 1 : table.size();
        List<Vector> columns = new ArrayList<>(
                aggregate.keys().isEmpty() ? List.of() : keys.joined().columns());
        for (int i = 0; i < accumulators.size(); i++) {
            int call = i;
            grouping.carryOut(call, () -> columns.add(accumulators.get(call).results(rows)));
        }
        keys.replace(new Batch(aggregate.schema(), columns, rows));
        return keys;
    }

    /** Finds the group of each row; keeps the keys of groups that appear for the first time. */
    private void number(List<Vector> values, int rows) {
        if (rows > groups.length) {
            groups = new int[rows];
        } else if (values.isEmpty()) {
            return; // All rows are of the only group, whose number is in the array already.
        }
        int known = table.size();
        table.add(values, rows, groups);
        keepNew(new Batch(keySchema, values, rows), groups, 0, known);
    }

    /**
     * Keeps the keys of those groups that are not below {@code known} and appear for the first time in these rows.
     *
     * @param numbers from {@code first} on, the groups of the rows
     * @return how many groups have their keys kept now
     */
    private int keepNew(Batch rows, int[] numbers, int first, int known) {
        int[] firsts = new int[Math.min(rows.rows(), table.size() - known)];
        int count = 0;
        for (int row = 0; count < firsts.length && row < rows.rows(); row++) {
            if (numbers[first + row] == known + count) {
                firsts[count++] = row;
            }
        }
        if (count > 0) {
            keys.add(rows.take(firsts, count));
            keys.reserve((long) count * BYTES_OF_STATE * accumulators.size());
        }
        return known + count;
    }
}
