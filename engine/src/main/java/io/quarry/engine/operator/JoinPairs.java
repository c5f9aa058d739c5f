package io.quarry.engine.operator;

import io.quarry.data.Batch;
import io.quarry.data.Vector;
import io.quarry.engine.key.KeyTable;
import io.quarry.plan.JoinKind;
import io.quarry.plan.Plan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The output rows of a join, as pairs of row numbers. Not safe for threads. */
final class JoinPairs {
    private static final int NO_ROW = -1;

    private final Plan.Join join;
    private final JoinBuild build;
    private final boolean[] isMatched;
    private final List<Vector> noLeft;
    private int nextRight;

    private int[] leftRows = new int[1024];
    private int[] rightRows = new int[1024];
    private int count;

    JoinPairs(Plan.Join join, JoinBuild build) {
        this.join = join;
        this.build = build;
        this.isMatched = new boolean[build.keyCount()];
        this.noLeft = join.left().schema().fields().stream()
                .map(field -> Vector.constant(field.type(), null, 1))
                .toList();
    }

    /** Left rows with the number of each one's key on the right, and how far their pairs were made. */
    static final class Probe {
        private final Batch batch;
        private final int[] keys;
        private int row;
        private int offset;

        Probe(Batch batch, int[] keys) {
            this.batch = batch;
            this.keys = keys;
        }
    }

    /** The next rows that the probe's left rows give, at most {@code limit}; none if it is used up. */
    Batch next(Probe probe, int limit) {
        count = 0;
        while (count < limit && probe.row < probe.keys.length) {
            int key = probe.keys[probe.row];
            if (key == KeyTable.ABSENT) {
                unmatched(probe.row);
            } else if (matched(probe, key, limit)) {
                isMatched[key] = true;
            } else {
                break;
            }
            probe.row++;
            probe.offset = 0;
        }
        List<Vector> columns = new ArrayList<>(take(probe.batch.columns(), leftRows));
        if (!join.kind().leftColumnsOnly()) {
            columns.addAll(take(build.rows().columns(), rightRows));
        }
        return new Batch(join.schema(), columns, count);
    }

    /** Once all left rows are through: the next right rows that matched none, where the kind of join wants them. */
    Batch unmatchedRight(int limit) {
        count = 0;
        if (join.kind() == JoinKind.RIGHT_OUTER || join.kind() == JoinKind.FULL_OUTER) {
            for (; count < limit && nextRight < build.rows().rows(); nextRight++) {
                if (!isMatched[build.keyOf(nextRight)]) {
                    emit(NO_ROW, nextRight);
                }
            }
        }
        List<Vector> columns = new ArrayList<>(take(noLeft, leftRows));
        if (!join.kind().leftColumnsOnly()) {
            columns.addAll(take(build.rows().columns(), rightRows));
        }
        return new Batch(join.schema(), columns, count);
    }

    private void unmatched(int leftRow) {
        switch (join.kind()) {
            case LEFT_OUTER, FULL_OUTER, LEFT_ANTI -> emit(leftRow, NO_ROW);
            case INNER, INNER_UNIQUE, RIGHT_OUTER, LEFT_SEMI -> {}
        }
    }

    /** Makes the pairs of a left row; false if the limit came first. */
    private boolean matched(Probe probe, int key, int limit) {
        switch (join.kind()) {
            case LEFT_ANTI -> {}
            case LEFT_SEMI -> emit(probe.row, NO_ROW);
            case INNER, LEFT_OUTER, RIGHT_OUTER, FULL_OUTER -> {
                return pairs(probe, key, limit);
            }
            case INNER_UNIQUE -> {
                return isMatched[key] || pairs(probe, key, limit);
            }
        }
        return true;
    }

    private boolean pairs(Probe probe, int key, int limit) {
        int end = build.end(key);
        int place = build.start(key) + probe.offset;
        for (; place < end && count < limit; place++) {
            emit(probe.row, build.row(place));
        }
        probe.offset = place - build.start(key);
        return place == end;
    }

    private void emit(int leftRow, int rightRow) {
        if (count == leftRows.length) {
            leftRows = Arrays.copyOf(leftRows, count * 2);
            rightRows = Arrays.copyOf(rightRows, count * 2);
        }
        leftRows[count] = leftRow;
        rightRows[count++] = rightRow;
    }

    private List<Vector> take(List<Vector> columns, int[] rows) {
        return columns.stream().map(column -> column.take(rows, count)).toList();
    }
}
