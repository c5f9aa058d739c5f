package io.quarry.engine.operator;

import io.quarry.data.Batch;
import io.quarry.data.DoubleVector;
import io.quarry.data.LongVector;
import io.quarry.data.ObjectVector;
import io.quarry.data.Schema;
import io.quarry.data.Type;
import io.quarry.data.Vector;
import io.quarry.engine.run.RunContext;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The numbers or times of a sequence, made as they are asked for. */
final class SequenceOperator implements Operator {
    private final Schema schema;
    private final Terms terms;
    private final RunContext context;

    /**
     * @param start boxed, like the others; null in any of the three makes the sequence empty
     */
    SequenceOperator(Schema schema, Object start, Object stop, Object step, RunContext context) {
        this.schema = schema;
        this.context = context;
        this.terms = start == null || stop == null || step == null
                ? rows -> Vector.constant(schema.type(0), null, 0)
                : termsOf(schema.type(0), start, stop, step);
    }

    @Override
    public Optional<Batch> next() {
        context.cancelToken().check();
        Vector values = terms.next(context.batchRows());
        return values.size() == 0 ? Optional.empty() : Optional.of(new Batch(schema, List.of(values), values.size()));
    }

    @Override
    public void close() {
        // Nothing is under way between batches.
    }

    private static Terms termsOf(Type type, Object start, Object stop, Object step) {
        return switch (type) {
            case INT, LONG, DATETIME, TIMESPAN -> new LongTerms(type, (Long) start, (Long) stop, (Long) step);
            case REAL -> new RealTerms((Double) start, (Double) stop, (Double) step);
            case DECIMAL -> new DecimalTerms((BigDecimal) start, (BigDecimal) stop, (BigDecimal) step);
            case BOOL, STRING, GUID, DYNAMIC -> throw new IllegalArgumentException("a sequence of " + type);
        };
    }

    private interface Terms {
        /** The next terms, at most {@code rows}; none at the end. */
        Vector next(int rows);
    }

    private static final class LongTerms implements Terms {
        private final Type type;
        private final long stop;
        private final long step;
        private long value;
        private boolean isOver;

        LongTerms(Type type, long start, long stop, long step) {
            this.type = type;
            this.value = start;
            this.stop = stop;
            this.step = step;
            this.isOver = step == 0;
        }

        @Override
        public Vector next(int rows) {
            long[] values = new long[rows];
            int count = 0;
            while (count < rows && !isOver && (step > 0 ? value <= stop : value >= stop)) {
                values[count++] = value;
                long next = value + step;
                isOver = step > 0 ? next < value : next > value;
                value = next;
            }
            return LongVector.of(type, values, null, count);
        }
    }

    private static final class RealTerms implements Terms {
        private final double start;
        private final double stop;
        private final double step;
        private long index;

        RealTerms(double start, double stop, double step) {
            this.start = start;
            this.stop = stop;
            this.step = step;
        }

        @Override
        public Vector next(int rows) {
            double[] values = new double[rows];
            int count = 0;
            while (count < rows && isWithin(start + index * step)) {
                values[count++] = start + index++ * step;
            }
            return DoubleVector.of(values, null, count);
        }

        private boolean isWithin(double value) {
            return step > 0 ? value <= stop : step < 0 && value >= stop;
        }
    }

    private static final class DecimalTerms implements Terms {
        private final BigDecimal stop;
        private final BigDecimal step;
        private BigDecimal value;

        DecimalTerms(BigDecimal start, BigDecimal stop, BigDecimal step) {
            this.value = start;
            this.stop = stop;
            this.step = step;
        }

        @Override
        public Vector next(int rows) {
            List<Object> values = new ArrayList<>();
            while (values.size() < rows && step.signum() != 0 && value.compareTo(stop) * step.signum() <= 0) {
                values.add(value);
                value = value.add(step);
            }
            return ObjectVector.of(Type.DECIMAL, values.toArray(), values.size());
        }
    }
}
