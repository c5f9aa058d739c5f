package io.quarry.engine.window;

import io.quarry.data.BoolVector;
import io.quarry.data.LongVector;
import io.quarry.data.Vector;
import java.util.List;

/** The beginnings of the sessions to which rows belong. */
final class Sessions {
    private final Partitions partitions;
    private final LongVector times;
    private final LongVector spans;
    private final LongVector gaps;
    private final BoolVector restart;

    /**
     * @param arguments times, the spans of sessions, gaps, and where to begin anew
     */
    Sessions(Partitions partitions, List<Vector> arguments) {
        this.partitions = partitions;
        this.times = (LongVector) arguments.get(0);
        this.spans = (LongVector) arguments.get(1);
        this.gaps = (LongVector) arguments.get(2);
        this.restart = (BoolVector) arguments.get(3);
    }

    Vector starts() {
        long[] starts = new long[times.size()];
        boolean[] nulls = new boolean[times.size()];
        for (int partition = 0; partition < partitions.count(); partition++) {
            for (int place = partitions.start(partition); place < partitions.end(partition); place++) {
                int row = partitions.row(place);
                int before = place == partitions.start(partition) ? -1 : partitions.row(place - 1);
                nulls[row] = times.isNull(row);
                boolean isNew =
                        before < 0 || nulls[before] || restart.isTrue(row) || isPast(row, before, starts[before]);
                starts[row] = isNew ? times.at(row) : starts[before];
            }
        }
        return LongVector.of(times.type(), starts, nulls, starts.length);
    }

    private boolean isPast(int row, int before, long start) {
        long time = times.at(row);
        return !spans.isNull(row) && time - start >= spans.at(row)
                || !gaps.isNull(row) && time - times.at(before) >= gaps.at(row);
    }
}
