package io.quarry.engine.operator;

import io.quarry.data.Batch;
import io.quarry.engine.expression.Frame;
import io.quarry.engine.run.RunContext;
import io.quarry.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Groups and aggregates. For several threads the input is cut into ranges of consecutive rows; each range is aggregated by
 * one thread, and the ranges are merged in order. Since merging costs as much as adding rows once there are many groups,
 * ranges are as few as keep the threads busy: where the rows are at hand, each thread first gets most of its share, and
 * what is left evens out who was slower; where they are still to be made, ranges begin small and grow.
 */
final class AggregateOperator {
    private static final long SMALLEST_RANGE = 1 << 17;
    private static final long LARGEST_RANGE = 1 << 22;

    private final Pipeline input;
    private final RunContext context;
    private final Grouping grouping;
    private long rangeRows;
    private int ranges;

    AggregateOperator(Plan.Aggregate aggregate, Pipeline input, RunContext context) {
        this.input = input;
        this.context = context;
        this.grouping = new Grouping(aggregate, context.memory());
    }

    /** Reads the input and gives the groups. */
    HeldRows run() {
        Groups all = context.workers().threads() == 1 ? inOneGo() : inRanges();
        input.source().close();
        return all.finish();
    }

    private Groups inOneGo() {
        Groups groups = grouping.empty();
        for (Optional<Batch> batch = input.source().next();
                batch.isPresent();
                batch = input.source().next()) {
            add(batch.get(), groups);
        }
        return groups;
    }

    private Groups inRanges() {
        Groups all = grouping.empty();
        boolean isFirst = true;
        try (OrderedMap<List<Batch>, Groups> parts = new OrderedMap<>(this::nextRange, this::aggregate, context)) {
            for (Optional<Groups> part = parts.next(); part.isPresent(); part = parts.next()) {
                if (isFirst) {
                    all = part.get();
                    isFirst = false;
                } else {
                    all.merge(part.get());
                }
            }
        }
        return all;
    }

    private Groups aggregate(List<Batch> range) {
        Groups groups = grouping.empty();
        range.forEach(batch -> add(batch, groups));
        return groups;
    }

    private void add(Batch batch, Groups groups) {
        context.cancelToken().check();
        Frame rows = input.stage().apply(Frame.of(batch));
        if (rows.rows() > 0) {
            groups.add(rows);
        }
    }

    /** The next consecutive batches. */
    private Optional<List<Batch>> nextRange() {
        if (ranges % context.workers().threads() == 0) {
            rangeRows = rowsOfNextRanges();
        }
        ranges++;
        List<Batch> range = new ArrayList<>();
        long rows = 0;
        while (rows < rangeRows) {
            Optional<Batch> batch = input.source().next();
            if (batch.isEmpty()) {
                break;
            }
            range.add(batch.get());
            rows += batch.get().rows();
        }
        return range.isEmpty() ? Optional.empty() : Optional.of(range);
    }

    private long rowsOfNextRanges() {
        long share = input.source().rowsAtHand() / context.workers().threads();
        if (share > 0) {
            return Math.max(SMALLEST_RANGE, ranges == 0 ? share * 3 / 4 : share);
        }
        return ranges == 0 ? SMALLEST_RANGE : Math.min(LARGEST_RANGE, rangeRows * 2);
    }
}
