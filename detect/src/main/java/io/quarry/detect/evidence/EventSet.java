package io.quarry.detect.evidence;

import io.quarry.data.Type;
import io.quarry.data.Vector;
import io.quarry.data.VectorBuilder;
import io.quarry.plan.Accumulator;
import io.quarry.plan.AggregateFunction;
import io.quarry.plan.ScalarFunction;
import io.quarry.plan.Signature;
import java.util.ArrayList;
import java.util.List;

/**
 * The functions over sets of event numbers that {@link EventTrace} puts into plans. A set is a single number
 * ({@link Type#LONG}), or an ascending list of distinct ones ({@link Type#DYNAMIC}); null is the empty set.
 */
final class EventSet {
    private EventSet() {}

    /** The numbers of one boxed value of either form, added to {@code into}. */
    static void addTo(EventNumbers.Builder into, Object value) {
        if (value instanceof Long number) {
            into.add(number);
        } else if (value instanceof List<?> numbers) {
            for (Object number : numbers) {
                into.add((Long) number);
            }
        }
    }

    /** The union of two sets, each given in either form. */
    static ScalarFunction union(Type left, Type right) {
        return new Union(List.of(left, right));
    }

    /** A set in either form as a list. */
    static ScalarFunction asList(Type type) {
        return new Union(List.of(type));
    }

    /** The union of the sets of a group's rows. */
    static AggregateFunction collect(Type type) {
        return new Collect(type);
    }

    private record Union(List<Type> parameters) implements ScalarFunction {
        @Override
        public String name() {
            return "$events";
        }

        @Override
        public Signature signature() {
            return new Signature(parameters, false, Type.DYNAMIC);
        }

        @Override
        public boolean isDeterministic() {
            return true;
        }

        @Override
        public Object apply(Object[] arguments) {
            EventNumbers.Builder union = new EventNumbers.Builder();
            for (Object argument : arguments) {
                addTo(union, argument);
            }
            return union.build();
        }

        @Override
        public Vector apply(Vector[] arguments, int rows) {
            VectorBuilder out = Vector.builder(Type.DYNAMIC);
            Object[] row = new Object[arguments.length];
            for (int i = 0; i < rows; i++) {
                for (int a = 0; a < row.length; a++) {
                    row[a] = arguments[a].value(i);
                }
                out.add(apply(row));
            }
            return out.build();
        }
    }

    private record Collect(Type type) implements AggregateFunction {
        @Override
        public String name() {
            return "$events";
        }

        @Override
        public Signature signature() {
            return new Signature(List.of(type), false, Type.DYNAMIC);
        }

        @Override
        public Accumulator accumulator() {
            return new Sets();
        }
    }

    private static final class Sets implements Accumulator {
        private final List<EventNumbers.Builder> sets = new ArrayList<>();
        private long bytes;

        @Override
        public void add(int[] groups, int groupCount, Vector[] arguments, int rows) {
            grow(groupCount);
            for (int i = 0; i < rows; i++) {
                add(groups[i], arguments[0].value(i));
            }
        }

        @Override
        public void merge(Accumulator other, int[] groups, int groupCount) {
            grow(groupCount);
            List<EventNumbers.Builder> others = ((Sets) other).sets;
            for (int i = 0; i < others.size(); i++) {
                add(groups[i], others.get(i).build());
            }
        }

        @Override
        public Vector results(int groupCount) {
            grow(groupCount);
            VectorBuilder out = Vector.builder(Type.DYNAMIC);
            for (int i = 0; i < groupCount; i++) {
                out.add(sets.get(i).build());
            }
            return out.build();
        }

        @Override
        public long bytes() {
            return bytes;
        }

        private void add(int group, Object value) {
            EventNumbers.Builder set = sets.get(group);
            long before = set.bytes();
            addTo(set, value);
            bytes += set.bytes() - before;
        }

        private void grow(int groupCount) {
            while (sets.size() < groupCount) {
                EventNumbers.Builder set = new EventNumbers.Builder();
                sets.add(set);
                bytes += set.bytes();
            }
        }
    }
}
