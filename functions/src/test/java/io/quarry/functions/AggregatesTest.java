package io.quarry.functions;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.data.Type;
import io.quarry.data.Vector;
import io.quarry.data.VectorBuilder;
import io.quarry.plan.Accumulator;
import io.quarry.plan.AggregateFunction;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What KQL's aggregates give, as the Kusto emulator answers. */
final class AggregatesTest {
    @Test
    void nothingHasADefault() {
        assertThat(of("count")).isEqualTo(0L);
        assertThat(of("sum", longs())).isEqualTo(0L);
        assertThat(of("sum", reals())).isEqualTo(0.0);
        assertThat(of("avg", longs())).isEqualTo(Double.NaN);
        assertThat(of("min", longs())).isNull();
        assertThat(of("make_list", longs())).isEqualTo(List.of());
        assertThat(of("make_set", longs())).isEqualTo(List.of());
        assertThat(of("stdev", reals())).isEqualTo(0.0);
        assertThat(of("dcount", longs())).isEqualTo(0L);
    }

    @Test
    void nullsAreSkipped() {
        Vector values = longs(1L, null, 3L);
        assertThat(of("sum", values)).isEqualTo(4L);
        assertThat(of("avg", values)).isEqualTo(2.0);
        assertThat(of("dcount", values)).isEqualTo(2L);
        assertThat(of("make_list", values)).isEqualTo(List.of(1L, 3L));
        assertThat(of("make_list_with_nulls", values)).isEqualTo(Arrays.asList(1L, null, 3L));
        assertThat(of("take_any", longs(null, 7L))).isEqualTo(7L);
    }

    @Test
    void sumsOfRealsAreExact() {
        assertThat(of("sum", reals(1e100, 1.0, -1e100))).isEqualTo(1.0);
        assertThat(of("sum", reals(0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1)))
                .isEqualTo(1.0);
        assertThat(of("sum", reals(Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE)))
                .isEqualTo(Double.MAX_VALUE);
        assertThat(of("sum", reals(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)))
                .isEqualTo(Double.NaN);
    }

    @Test
    void sumsOfLongsWrap() {
        assertThat(of("sum", longs(Long.MAX_VALUE, 1L))).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void nanWins() {
        Vector values = reals(1.5, Double.NaN, 2.5);
        assertThat(of("max", values)).isEqualTo(Double.NaN);
        assertThat(of("min", values)).isEqualTo(Double.NaN);
        assertThat(of("arg_max", values, longs(1L, 2L, 3L))).isEqualTo(2L);
    }

    @Test
    void firstRowWinsTiesAndNullsLose() {
        Vector texts = vector(Type.STRING, "a", "b", "c", "d");
        assertThat(of("arg_max", longs(null, 5L, 7L, 7L), texts)).isEqualTo("c");
        assertThat(of("arg_min", longs(null, 5L, 5L, 7L), texts)).isEqualTo("b");
        assertThat(of("arg_max", longs(null, null, null, null), texts)).isEqualTo("a");
    }

    @Test
    void arraysAreTakenApart() {
        Vector values = vector(Type.DYNAMIC, java.util.Map.of("a", 1L), List.of(1L, 2L), 2L);
        assertThat(of("make_list", values)).isEqualTo(List.of(java.util.Map.of("a", 1L), 1L, 2L, 2L));
        assertThat(of("make_set", values)).isEqualTo(List.of(java.util.Map.of("a", 1L), 1L, 2L));
    }

    @Test
    void varianceHasTenDecimals() {
        Vector values = reals(1.5, 2.5, 3.5, 4.5);
        assertThat(of("variance", values)).isEqualTo(1.6666666667);
        assertThat(of("stdev", values)).isEqualTo(1.2909944487358056);
        assertThat(of("stdev", reals(5.0))).isEqualTo(0.0);
    }

    @Test
    void predicatesThatAreNullDoNotCount() {
        Vector predicate = vector(Type.BOOL, true, null, false);
        assertThat(of("countif", predicate)).isEqualTo(1L);
        assertThat(of("sumif", longs(1L, 2L, 4L), predicate)).isEqualTo(1L);
        assertThat(of("avgif", longs(1L, 2L, 4L), vector(Type.BOOL, false, false, false)))
                .isEqualTo(Double.NaN);
    }

    @Test
    void percentileIsTheNearestRank() {
        Vector half = Vector.constant(Type.REAL, 50.0, 4);
        assertThat(of("percentile", longs(10L, 5L, null, 15L), half)).isEqualTo(10L);
    }

    @Test
    void decimalsKeepTheirDigits() {
        Vector values = vector(Type.DECIMAL, new BigDecimal("1.1"), new BigDecimal("2.2"), new BigDecimal("3.3"));
        assertThat(of("sum", values)).isEqualTo(new BigDecimal("6.6"));
        assertThat(of("avg", values)).isEqualTo(new BigDecimal("2.2"));
    }

    private static Object of(String name, Vector... arguments) {
        List<Type> types = Arrays.stream(arguments).map(Vector::type).toList();
        AggregateFunction function =
                Functions.aggregate(Language.KQL, name, types).orElseThrow();
        int rows = arguments.length == 0 ? 0 : arguments[0].size();
        Accumulator accumulator = function.accumulator();
        accumulator.add(new int[rows], 1, arguments, rows);
        return accumulator.results(1).value(0);
    }

    private static Vector longs(Long... values) {
        return vector(Type.LONG, (Object[]) values);
    }

    private static Vector reals(Double... values) {
        return vector(Type.REAL, (Object[]) values);
    }

    private static Vector vector(Type type, Object... values) {
        VectorBuilder builder = Vector.builder(type);
        for (Object value : values) {
            builder.add(value);
        }
        return builder.build();
    }
}
