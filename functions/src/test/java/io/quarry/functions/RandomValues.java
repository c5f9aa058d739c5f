package io.quarry.functions;

import io.quarry.data.Dynamic;
import io.quarry.data.Ticks;
import io.quarry.data.Type;
import io.quarry.data.Vector;
import io.quarry.data.VectorBuilder;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Random values of every type: edges, plain ones and nulls. */
final class RandomValues {
    private static final List<String> TEXTS = List.of(
            "",
            "a",
            "abc",
            "ABC",
            "école",
            "ÉCOLE",
            "😀",
            "a b",
            "abc-def",
            "x_y",
            "7",
            "-12",
            "3.5",
            "1e3",
            "0x1F",
            "true",
            "2020-02-29T12:00:00Z",
            "1.02:03:04",
            "day",
            "windows",
            "[a-c]+",
            "(a)(b)?",
            "(.)([0-9]*)",
            "regex",
            "normal",
            "yyyy-MM-dd",
            "10.0.0.1",
            "10.0.0.0/8",
            "::1",
            "{\"a\":[1,2]}",
            "74be27de-1e4e-49d9-b579-fe0b331d3642",
            "$.a",
            "c:\\dir\\f.txt",
            "https://user@host:8080/p/a?q=1#f",
            "UTC",
            "dGV4dA==",
            "%41+b",
            "\uFDD0",
            "a\uFDD0b",
            "straße",
            "Ω≈ç",
            "de-CH");
    private static final List<Object> DYNAMICS = List.of(
            1L,
            2.5,
            "abc",
            "a",
            true,
            List.of(),
            List.of(1L),
            List.of("a", "abc", 1L),
            List.of(1L, 2L, 2.0),
            Map.of("a", 1L),
            Map.of("flags", "", "pattern", List.of("[a-z]*")),
            Map.of(),
            new Dynamic.DateTime(Ticks.UNIX_EPOCH),
            new Dynamic.TimeSpan(Ticks.PER_HOUR),
            Arrays.asList(null, "x"));
    private static final List<Double> REALS = List.of(
            0.0, -0.0, 1.0, -1.5, 0.1, 1e300, -1e300, 1e-300, 3.0, Double.NaN, Double.POSITIVE_INFINITY, 1e17, 123.456);

    private final Random random;

    RandomValues(long seed) {
        random = new Random(seed);
    }

    Random random() {
        return random;
    }

    /** A value, or one time in eight null. */
    Object value(Type type) {
        if (random.nextInt(8) == 0) {
            return null;
        }
        return switch (type) {
            case BOOL -> random.nextBoolean();
            case INT -> (long) (random.nextInt(5) == 0 ? random.nextInt() : random.nextInt(21) - 10);
            case LONG -> random.nextInt(5) == 0 ? random.nextLong() : (long) random.nextInt(21) - 10;
            case REAL -> random.nextInt(3) == 0 ? random.nextGaussian() * 100 : pick(REALS);
            case DECIMAL -> BigDecimal.valueOf(random.nextInt(2000) - 1000, random.nextInt(4));
            case STRING -> pick(TEXTS);
            case DATETIME -> Math.floorMod(random.nextLong(), Ticks.MAX_DATETIME + 1);
            case TIMESPAN -> random.nextInt(3) == 0 ? random.nextLong() >> 2 : random.nextInt(100) * Ticks.PER_HOUR;
            case GUID -> new UUID(0, random.nextInt(5));
            case DYNAMIC -> pick(DYNAMICS);
        };
    }

    Vector vector(Type type, int rows) {
        if (random.nextInt(4) == 0) {
            return Vector.constant(type, value(type), rows);
        }
        VectorBuilder builder = Vector.builder(type);
        for (int row = 0; row < rows; row++) {
            builder.add(value(type));
        }
        return builder.build();
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
