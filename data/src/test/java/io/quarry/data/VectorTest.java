package io.quarry.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class VectorTest {
    private static final Map<Type, List<Object>> VALUES = Map.of(
            Type.BOOL, Arrays.asList(true, null, false),
            Type.INT, Arrays.asList(1L, null, -7L),
            Type.LONG, Arrays.asList(Long.MAX_VALUE, null, 0L),
            Type.REAL, Arrays.asList(1.5, null, Double.NaN),
            Type.DECIMAL, Arrays.asList(new BigDecimal("1.10"), null, BigDecimal.TEN),
            Type.STRING, Arrays.asList("naïve", null, ""),
            Type.DATETIME, Arrays.asList(Ticks.UNIX_EPOCH, null, 0L),
            Type.TIMESPAN, Arrays.asList(-1L, null, Ticks.PER_DAY),
            Type.GUID, Arrays.asList(new UUID(1, 2), null, new UUID(0, 0)),
            Type.DYNAMIC, Arrays.asList(List.of(1L, "a"), null, Map.of("k", true)));

    @Test
    void everyTypeKeepsItsValuesAndNulls() {
        for (Type type : Type.values()) {
            Vector vector = vector(type);
            assertThat(vector.type()).isEqualTo(type);
            assertThat(vector.size()).isEqualTo(3);
            for (int row = 0; row < 3; row++) {
                assertThat(vector.value(row))
                        .as("%s row %d", type, row)
                        .isEqualTo(VALUES.get(type).get(row));
                assertThat(vector.isNull(row)).isEqualTo(row == 1);
            }
        }
    }

    @Test
    void takingRowsKeepsTheirOrderAndMakesMinusOneNull() {
        for (Type type : Type.values()) {
            Vector taken = vector(type).take(new int[] {2, -1, 0, 0, 1, 99}, 5);
            List<Object> values = VALUES.get(type);
            assertThat(Arrays.asList(taken.value(0), taken.value(1), taken.value(2), taken.value(3), taken.value(4)))
                    .as("%s", type)
                    .isEqualTo(Arrays.asList(values.get(2), null, values.get(0), values.get(0), null));
        }
    }

    @Test
    void aConstantAnswersForEveryRow() {
        for (Type type : Type.values()) {
            Object value = VALUES.get(type).get(0);
            Vector constant = Vector.constant(type, value, 1_000_000);
            assertThat(constant.isConstant()).isTrue();
            assertThat(constant.value(999_999)).isEqualTo(value);
            assertThat(Vector.constant(type, null, 7).isNull(6)).as("%s", type).isTrue();
            assertThat(constant.take(new int[] {5, 6}, 2).value(1)).isEqualTo(value);
        }
    }

    private static Vector vector(Type type) {
        VectorBuilder builder = Vector.builder(type);
        VALUES.get(type).forEach(builder::add);
        return builder.build();
    }
}
