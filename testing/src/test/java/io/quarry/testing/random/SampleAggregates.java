package io.quarry.testing.random;

import io.quarry.data.Type;
import io.quarry.data.Vector;
import io.quarry.data.VectorBuilder;
import io.quarry.plan.Accumulator;
import io.quarry.plan.AggregateFunction;
import io.quarry.plan.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Aggregates whose results show the order of their rows. */
final class SampleAggregates {
    static final List<AggregateFunction> ALL = List.of(
            new Listing("listTexts", List.of(Type.STRING)),
            new Listing("listNumbers", List.of(Type.LONG)),
            new Listing("listPairs", List.of(Type.STRING, Type.REAL)),
            new Listing("listRows", List.of()));

    private SampleAggregates() {}

    /** All values of the group's rows as one text. */
    private record Listing(String name, List<Type> types) implements AggregateFunction {
        @Override
        public Signature signature() {
            return new Signature(types, false, Type.STRING);
        }

        @Override
        public Accumulator accumulator() {
            return new Lists();
        }
    }

    private static final class Lists implements Accumulator {
        private final List<List<String>> groups = new ArrayList<>();

        @Override
        public void add(int[] groupOfRow, int groupCount, Vector[] arguments, int rows) {
            grow(groupCount);
            for (int row = 0; row < rows; row++) {
                int current = row;
                groups.get(groupOfRow[row])
                        .add(List.of(arguments).stream()
                                .map(vector -> Objects.toString(vector.value(current)))
                                .collect(Collectors.joining("/", "(", ")")));
            }
        }

        @Override
        public void merge(Accumulator other, int[] groupsHere, int groupCount) {
            grow(groupCount);
            List<List<String>> others = ((Lists) other).groups;
            for (int i = 0; i < others.size(); i++) {
                groups.get(groupsHere[i]).addAll(others.get(i));
            }
        }

        @Override
        public Vector results(int groupCount) {
            grow(groupCount);
            VectorBuilder results = Vector.builder(Type.STRING);
            groups.forEach(group -> results.add(String.join(",", group)));
            return results.build();
        }

        private void grow(int groupCount) {
            while (groups.size() < groupCount) {
                groups.add(new ArrayList<>());
            }
        }
    }
}
