package io.quarry.engine.window;

import io.quarry.data.BoolVector;
import io.quarry.data.DoubleVector;
import io.quarry.data.LongVector;
import io.quarry.data.ObjectVector;
import io.quarry.data.Type;
import io.quarry.data.Vector;
import java.math.BigDecimal;

/** Sums up to and including each row. */
final class RunningSums {
    private final Partitions partitions;
    private final BoolVector restart;

    RunningSums(Partitions partitions, BoolVector restart) {
        this.partitions = partitions;
        this.restart = restart;
    }

    Vector of(Vector terms) {
        return switch (terms.type()) {
            case INT, LONG, TIMESPAN -> longs((LongVector) terms);
            case REAL -> reals((DoubleVector) terms);
            case DECIMAL -> decimals((ObjectVector) terms);
            case BOOL, STRING, DATETIME, GUID, DYNAMIC ->
                throw new IllegalArgumentException("a sum of values of type " + terms.type());
        };
    }

    private Vector longs(LongVector terms) {
        long[] sums = new long[terms.size()];
        boolean isInt = terms.type() == Type.INT;
        for (int partition = 0; partition < partitions.count(); partition++) {
            long sum = 0;
            for (int place = partitions.start(partition); place < partitions.end(partition); place++) {
                int row = partitions.row(place);
                sum = (restart.isTrue(row) ? 0 : sum) + (terms.isNull(row) ? 0 : terms.at(row));
                sum = isInt ? (int) sum : sum;
                sums[row] = sum;
            }
        }
        return LongVector.of(terms.type(), sums, null, sums.length);
    }

    private Vector reals(DoubleVector terms) {
        double[] sums = new double[terms.size()];
        for (int partition = 0; partition < partitions.count(); partition++) {
            double sum = 0;
            for (int place = partitions.start(partition); place < partitions.end(partition); place++) {
                int row = partitions.row(place);
                sum = (restart.isTrue(row) ? 0 : sum) + (terms.isNull(row) ? 0 : terms.at(row));
                sums[row] = sum;
            }
        }
        return DoubleVector.of(sums, null, sums.length);
    }

    private Vector decimals(ObjectVector terms) {
        Object[] sums = new Object[terms.size()];
        for (int partition = 0; partition < partitions.count(); partition++) {
            BigDecimal sum = BigDecimal.ZERO;
            for (int place = partitions.start(partition); place < partitions.end(partition); place++) {
                int row = partitions.row(place);
                BigDecimal before = restart.isTrue(row) ? BigDecimal.ZERO : sum;
                sum = terms.isNull(row) ? before : before.add((BigDecimal) terms.at(row));
                sums[row] = sum;
            }
        }
        return ObjectVector.of(Type.DECIMAL, sums, sums.length);
    }
}
