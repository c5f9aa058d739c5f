package io.quarry.functions.aggregate;

import io.quarry.data.DoubleVector;
import io.quarry.data.Dynamic;
import io.quarry.data.LongVector;
import io.quarry.data.Type;
import io.quarry.data.Vector;
import io.quarry.data.VectorBuilder;
import io.quarry.plan.Accumulator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is asked for of the values of each group in their order. The arguments are the value, with {@link Weights#GIVEN} its
 * weight, and for percentiles the percent or the array of them, which is the same for all rows.
 */
final class RankedValues implements Accumulator {
    /** How often a value counts. */
    enum Weights {
        ONE,
        GIVEN
    }

    /** What is asked for. */
    enum Asked {
        PERCENTILE,
        PERCENTILES,
        DIGEST
    }

    private final Type type;
    private final Weights weights;
    private final Asked asked;
    private Ranked[] groups = new Ranked[16];
    private long bytes;

    /** A number or an array; null until a row was added. */
    private Object percents;

    RankedValues(Type type, Weights weights, Asked asked) {
        this.type = type;
        this.weights = weights;
        this.asked = asked;
    }

    @Override
    public void add(int[] rowGroups, int groupCount, Vector[] arguments, int rows) {
        grow(groupCount);
        Vector value = arguments[0];
        Vector weight = weights == Weights.GIVEN ? arguments[1] : null;
        if (asked != Asked.DIGEST && rows > 0) {
            percents = arguments[arguments.length - 1].value(0);
        }
        for (int row = 0; row < rows; row++) {
            boolean counts = !value.isNull(row) && (weight == null || !weight.isNull(row));
            if (counts) {
                add(rowGroups[row], ordered(value, row), weight == null ? 1 : ((LongVector) weight).at(row));
            }
        }
    }

    private void add(int group, long value, long weight) {
        Ranked values = group(group);
        bytes -= values.bytes();
        values.add(value, weight);
        bytes += values.bytes();
    }

    private long ordered(Vector value, int row) {
        return type == Type.REAL ? Ranked.ofReal(((DoubleVector) value).at(row)) : ((LongVector) value).at(row);
    }

    private Ranked group(int group) {
        if (groups[group] == null) {
            groups[group] = new Ranked();
            bytes += groups[group].bytes();
        }
        return groups[group];
    }

    @Override
    public void merge(Accumulator other, int[] theirs, int groupCount) {
        grow(groupCount);
        RankedValues later = (RankedValues) other;
        percents = percents == null ? later.percents : percents;
        for (int i = 0; i < theirs.length && i < later.groups.length; i++) {
            if (later.groups[i] != null) {
                Ranked values = group(theirs[i]);
                bytes -= values.bytes();
                values.addAll(later.groups[i]);
                bytes += values.bytes();
            }
        }
    }

    @Override
    public Vector results(int groupCount) {
        grow(groupCount);
        VectorBuilder results = Vector.builder(asked == Asked.PERCENTILE ? type : Type.DYNAMIC);
        for (int i = 0; i < groupCount; i++) {
            results.add(groups[i] == null || groups[i].isEmpty() ? null : result(groups[i]));
        }
        return results.build();
    }

    @Override
    public long bytes() {
        return bytes;
    }

    private Object result(Ranked group) {
        group.sort();
        return switch (asked) {
            case PERCENTILE -> percents instanceof Number percent ? value(group.at(percent.doubleValue())) : null;
            case PERCENTILES -> percentiles(group);
            case DIGEST -> digest(group);
        };
    }

    private List<Object> percentiles(Ranked group) {
        List<Object> array = new ArrayList<>();
        for (Object each : percents instanceof List<?> list ? list : List.of()) {
            array.add(each instanceof Number percent ? dynamic(group.at(percent.doubleValue())) : null);
        }
        return array;
    }

    private Object digest(Ranked group) {
        List<Object> values = new ArrayList<>();
        List<Object> counts = new ArrayList<>();
        group.distinct((value, weight) -> {
            values.add(dynamic(value));
            counts.add(weight);
        });
        return Digests.of(values, counts);
    }

    private Object value(long ordered) {
        return type == Type.REAL ? (Object) Ranked.toReal(ordered) : (Object) ordered;
    }

    private Object dynamic(long ordered) {
        return switch (type) {
            case DATETIME -> new Dynamic.DateTime(ordered);
            case TIMESPAN -> new Dynamic.TimeSpan(ordered);
            default -> value(ordered);
        };
    }

    private void grow(int groupCount) {
        if (groupCount > groups.length) {
            groups = Arrays.copyOf(groups, Math.max(groupCount, groups.length * 2));
        }
    }
}
