package io.quarry.functions;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.data.Type;
import io.quarry.data.Vector;
import io.quarry.plan.Accumulator;
import io.quarry.plan.AggregateFunction;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows added in pieces, to accumulators that are merged, give what all rows give at once. */
final class MergeLawTest {
    private static final int ROWS = 60;
    private static final int GROUPS = 4;

    static Stream<Named<AggregateFunction>> functions() {
        Set<AggregateFunction> functions = new LinkedHashSet<>();
        for (Language language : Language.values()) {
            for (String name : Functions.aggregateNames(language)) {
                functions.addAll(Functions.aggregates(language, name));
            }
        }
        return functions.stream().map(function -> Named.of(function.name() + function.signature(), function));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void piecesMergedAreTheWhole(AggregateFunction function) {
        for (long seed = 1; seed <= 5; seed++) {
            RandomValues values = new RandomValues(seed);
            Vector[] rows = arguments(function, values);
            int[] groups = values.random().ints(ROWS, 0, GROUPS).toArray();

            Accumulator whole = function.accumulator();
            whole.add(groups, GROUPS + 1, rows, ROWS);
            Accumulator merged = merged(function, rows, groups, values.random());

            assertThat(results(merged))
                    .as("%s%s, seed %d", function.name(), function.signature(), seed)
                    .isEqualTo(results(whole));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void groupsWithoutRowsHaveTheResultOfNoRows(AggregateFunction function) {
        Vector none = function.accumulator().results(1);
        assertThat(none.type()).isEqualTo(function.signature().result());

        Accumulator unused = function.accumulator();
        unused.merge(function.accumulator(), new int[0], 0);
        assertThat(unused.results(1).value(0)).isEqualTo(none.value(0));
    }

    /** Three pieces, the first of which may be empty; each numbers its groups in its own way. */
    private static Accumulator merged(AggregateFunction function, Vector[] rows, int[] groups, Random random) {
        int first = random.nextInt(ROWS / 2);
        int second = first + random.nextInt(ROWS / 2);
        Accumulator merged = function.accumulator();
        int[][] bounds = {{0, first}, {first, second}, {second, ROWS}};
        for (int[] bound : bounds) {
            int size = bound[1] - bound[0];
            int[] positions = new int[size];
            int[] reversed = new int[size];
            for (int i = 0; i < size; i++) {
                positions[i] = bound[0] + i;
                reversed[i] = GROUPS - groups[positions[i]];
            }
            Vector[] piece =
                    Stream.of(rows).map(row -> row.take(positions, size)).toArray(Vector[]::new);
            Accumulator part = function.accumulator();
            part.add(reversed, GROUPS + 1, piece, size);
            int[] back = new int[GROUPS + 1];
            for (int group = 0; group <= GROUPS; group++) {
                back[group] = GROUPS - group;
            }
            merged.merge(part, back, GROUPS + 1);
        }
        return merged;
    }

    private static List<Object> results(Accumulator accumulator) {
        Vector vector = accumulator.results(GROUPS + 2);
        List<Object> results = new ArrayList<>();
        for (int group = 0; group < GROUPS + 2; group++) {
            results.add(vector.value(group));
        }
        return results;
    }

    /** The arguments after the first and its predicate are options, which queries give as constants. */
    private static Vector[] arguments(AggregateFunction function, RandomValues values) {
        List<Type> types = function.signature().parameters();
        Vector[] arguments = new Vector[types.size()];
        for (int i = 0; i < arguments.length; i++) {
            boolean isOption = i > 0
                    && (function.name().startsWith("make") || function.name().startsWith("hll"));
            boolean isSize = isOption && types.get(i) == Type.LONG;
            boolean isPercent =
                    i > 0 && types.get(i) == Type.REAL && function.name().startsWith("percentile");
            arguments[i] = isSize
                    ? Vector.constant(Type.LONG, 3L, ROWS)
                    : isPercent ? Vector.constant(types.get(i), 50.0, ROWS) : values.vector(types.get(i), ROWS);
        }
        return arguments;
    }
}
