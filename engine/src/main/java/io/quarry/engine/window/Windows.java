package io.quarry.engine.window;

import io.quarry.data.BoolVector;
import io.quarry.data.LongVector;
import io.quarry.data.Type;
import io.quarry.data.Vector;
import io.quarry.engine.column.Concatenation;
import io.quarry.engine.key.KeyTable;
import io.quarry.plan.WindowFunction;
import java.util.List;

/** Computes window functions. */
public final class Windows {
    private static final int ABSENT = -1;

    private final Partitions partitions;

    public Windows(Partitions partitions) {
        this.partitions = partitions;
    }

    /** The value of the function for each row; its arguments have that many rows too. */
    public Vector apply(WindowFunction function, List<Vector> arguments) {
        return switch (function) {
            case ROW_NUMBER -> rowNumbers((LongVector) arguments.get(0), (BoolVector) arguments.get(1));
            case CUMULATIVE_SUM -> new RunningSums(partitions, (BoolVector) arguments.get(1)).of(arguments.get(0));
            case DENSE_RANK -> denseRanks(numbersOf(arguments.get(0)), (BoolVector) arguments.get(1));
            case MINIMAL_RANK -> minimalRanks(numbersOf(arguments.get(0)), (BoolVector) arguments.get(1));
            case PREVIOUS -> neighbours(arguments, -1);
            case NEXT -> neighbours(arguments, 1);
            case SESSION_START -> new Sessions(partitions, arguments).starts();
        };
    }

    private Vector rowNumbers(LongVector start, BoolVector restart) {
        long[] numbers = new long[partitions.rows()];
        for (int partition = 0; partition < partitions.count(); partition++) {
            long number = 0;
            for (int place = partitions.start(partition); place < partitions.end(partition); place++) {
                int row = partitions.row(place);
                boolean isFirst = place == partitions.start(partition) || restart.isTrue(row);
                number = isFirst ? start.at(row) : number + 1;
                numbers[row] = number;
            }
        }
        return LongVector.of(Type.LONG, numbers, null, numbers.length);
    }

    private Vector denseRanks(int[] values, BoolVector restart) {
        long[] ranks = new long[values.length];
        for (int partition = 0; partition < partitions.count(); partition++) {
            for (int place = partitions.start(partition); place < partitions.end(partition); place++) {
                int row = partitions.row(place);
                if (place == partitions.start(partition) || restart.isTrue(row)) {
                    ranks[row] = 1;
                } else {
                    int before = partitions.row(place - 1);
                    ranks[row] = ranks[before] + (values[row] == values[before] ? 0 : 1);
                }
            }
        }
        return LongVector.of(Type.LONG, ranks, null, ranks.length);
    }

    private Vector minimalRanks(int[] values, BoolVector restart) {
        long[] ranks = new long[values.length];
        for (int partition = 0; partition < partitions.count(); partition++) {
            long number = 0;
            for (int place = partitions.start(partition); place < partitions.end(partition); place++) {
                int row = partitions.row(place);
                boolean isFirst = place == partitions.start(partition) || restart.isTrue(row);
                number = isFirst ? 1 : number + 1;
                boolean isTie = !isFirst && values[row] == values[partitions.row(place - 1)];
                ranks[row] = isTie ? ranks[partitions.row(place - 1)] : number;
            }
        }
        return LongVector.of(Type.LONG, ranks, null, ranks.length);
    }

    /** Equal numbers for equal values. */
    private static int[] numbersOf(Vector values) {
        return new KeyTable(List.of(values.type())).add(List.of(values), values.size());
    }

    /** The values, or fallbacks, of the rows that stand a distance before (-1) or after (1) each row. */
    private Vector neighbours(List<Vector> arguments, int direction) {
        Vector values = arguments.get(0);
        LongVector distances = (LongVector) arguments.get(1);
        int rows = partitions.rows();
        int[] sources = new int[rows];
        for (int partition = 0; partition < partitions.count(); partition++) {
            for (int place = partitions.start(partition); place < partitions.end(partition); place++) {
                int row = partitions.row(place);
                long source = place + direction * distances.at(row);
                boolean isThere = !distances.isNull(row)
                        && source >= partitions.start(partition)
                        && source < partitions.end(partition);
                sources[row] = isThere ? partitions.row((int) source) : ABSENT;
            }
        }
        return withFallbacks(values, arguments.get(2), sources);
    }

    private static Vector withFallbacks(Vector values, Vector fallbacks, int[] sources) {
        int rows = sources.length;
        if (fallbacks.isConstant() && rows > 0 && fallbacks.isNull(0)) {
            return values.take(sources, rows);
        }
        for (int row = 0; row < rows; row++) {
            sources[row] = sources[row] == ABSENT ? rows + row : sources[row];
        }
        return Concatenation.of(values.type(), List.of(values, fallbacks)).take(sources, rows);
    }
}
