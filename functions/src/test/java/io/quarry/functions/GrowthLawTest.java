package io.quarry.functions;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.data.Type;
import io.quarry.data.ValueSize;
import io.quarry.data.Vector;
import io.quarry.data.VectorBuilder;
import io.quarry.plan.Accumulator;
import io.quarry.plan.AggregateFunction;
import io.quarry.plan.Signature;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What accumulators hold is counted, so that a run that needs too much is stopped before memory is used up. */
final class GrowthLawTest {
    private static final int FEW = 1_000;
    private static final int MANY = 20_000;

    /** What the state of a group may hold uncounted. */
    private static final long BYTES_OF_STATE = 256;

    /** Their states hold one value or number, however many rows a group has; the old lists stop at 128 elements. */
    private static final Set<String> FIXED = Set.of(
            "arg_max",
            "arg_min",
            "avg",
            "avgif",
            "binary_all_and",
            "binary_all_or",
            "binary_all_xor",
            "count",
            "countif",
            "covariance",
            "covarianceif",
            "covariancep",
            "covariancepif",
            "makelist",
            "makeset",
            "max",
            "maxif",
            "min",
            "minif",
            "stdev",
            "stdevif",
            "stdevp",
            "stdevpif",
            "sum",
            "sumif",
            "take_any",
            "take_anyif",
            "variance",
            "varianceif",
            "variancep",
            "variancepif",
            "COUNT",
            "FIRST",
            "LAST",
            "MAX",
            "MAX ADDRESS",
            "MIN",
            "MIN ADDRESS");

    /** What texts and dynamic values look like in a row. */
    private record Shape(LongFunction<Object> text, LongFunction<Object> dynamic) {}

    /** States of hll and of tdigest at once. */
    private static final Shape STATES =
            new Shape(String::valueOf, row -> List.of(List.of(1024L, 14L), List.of(String.valueOf(row)), List.of(1L)));

    private static final Shape BAGS = new Shape(String::valueOf, row -> Map.of("key" + row, row));

    private static final Shape LONG_TEXTS = new Shape(GrowthLawTest::longText, GrowthLawTest::longText);

    static Stream<Named<AggregateFunction>> functions() {
        return MergeLawTest.functions();
    }

    /** Of truth values there are two, so that sets of them stay small, too. */
    static Stream<Named<AggregateFunction>> growing() {
        return functions().filter(each -> {
            AggregateFunction function = each.getPayload();
            List<Type> parameters = function.signature().parameters();
            return !FIXED.contains(function.name()) && (parameters.isEmpty() || parameters.get(0) != Type.BOOL);
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("growing")
    void whatARowAddsIsCounted(AggregateFunction function) {
        assertThat(grows(function, STATES) || grows(function, BAGS))
                .as("more bytes for more rows in one group")
                .isTrue();
    }

    private static boolean grows(AggregateFunction function, Shape shape) {
        Accumulator accumulator = function.accumulator();
        accumulator.add(new int[FEW], 1, arguments(function.signature(), 0, FEW, shape), FEW);
        long few = accumulator.bytes();
        int rest = MANY - FEW;
        accumulator.add(new int[rest], 1, arguments(function.signature(), FEW, rest, shape), rest);
        return accumulator.bytes() > few;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void whatResultsHoldIsCounted(AggregateFunction function) {
        Accumulator accumulator = function.accumulator();
        int[] groups = IntStream.range(0, FEW).toArray();
        accumulator.add(groups, FEW, arguments(function.signature(), 0, FEW, LONG_TEXTS), FEW);
        Vector results = accumulator.results(FEW);
        long bytes = 0;
        for (int group = 0; group < FEW; group++) {
            bytes += ValueSize.of(results.value(group));
        }
        assertThat(accumulator.bytes() + FEW * BYTES_OF_STATE).isGreaterThanOrEqualTo(bytes);
    }

    private static Vector[] arguments(Signature signature, long from, int rows, Shape shape) {
        List<Type> types = signature.parameters();
        Vector[] arguments = new Vector[types.size()];
        for (int i = 0; i < arguments.length; i++) {
            VectorBuilder values = Vector.builder(types.get(i));
            for (long row = from; row < from + rows; row++) {
                values.add(value(types.get(i), row, shape));
            }
            arguments[i] = values.build();
        }
        return arguments;
    }

    private static Object value(Type type, long row, Shape shape) {
        return switch (type) {
            case BOOL -> true;
            case INT, LONG, DATETIME, TIMESPAN -> row + 1;
            case REAL -> (double) row;
            case DECIMAL -> BigDecimal.valueOf(row);
            case STRING -> shape.text().apply(row);
            case GUID -> new UUID(0, row);
            case DYNAMIC -> shape.dynamic().apply(row);
        };
    }

    private static String longText(long row) {
        return row + "x".repeat(2_000);
    }
}
