package io.quarry.testing.random;

import io.quarry.data.Batch;
import io.quarry.data.DictionaryBuilder;
import io.quarry.data.Field;
import io.quarry.data.Platform;
import io.quarry.data.Schema;
import io.quarry.data.Table;
import io.quarry.data.TableName;
import io.quarry.data.TextVector;
import io.quarry.data.Ticks;
import io.quarry.data.Type;
import io.quarry.data.Vector;
import io.quarry.data.VectorBuilder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Small random tables: few distinct values, many nulls, batches of any size, dictionaries shared or not. */
final class RandomTables {
    private static final List<String> TEXTS =
            List.of("", "a", "A", "ab", "b", "xa", "naïve", "\uFFFD", "\uD83D\uDE00", "cmd.exe /c a", "1", "0");
    private static final Schema SCHEMA = Schema.of(
            new Field("Image", Type.STRING),
            new Field("Host", Type.STRING),
            new Field("Pid", Type.LONG),
            new Field("Score", Type.REAL),
            new Field("Signed", Type.BOOL),
            new Field("Time", Type.DATETIME),
            new Field("Id", Type.GUID),
            new Field("Price", Type.DECIMAL),
            new Field("Port", Type.INT));

    private final Random random;

    RandomTables(Random random) {
        this.random = random;
    }

    Map<TableName, Table> make() {
        return Map.of(new TableName(Platform.SENTINEL, "A"), table(), new TableName(Platform.SENTINEL, "B"), table());
    }

    Object value(Type type) {
        if (random.nextInt(6) == 0) {
            return null;
        }
        return switch (type) {
            case BOOL -> random.nextBoolean();
            case INT, LONG -> (long) random.nextInt(6) - 2;
            case REAL ->
                List.of(0.0, -0.0, Double.NaN, 1.5, -3.0, Double.POSITIVE_INFINITY)
                        .get(random.nextInt(6));
            case DECIMAL ->
                List.of(new BigDecimal("1"), new BigDecimal("1.00"), new BigDecimal("-2.5"))
                        .get(random.nextInt(3));
            case STRING -> TEXTS.get(random.nextInt(TEXTS.size()));
            case DATETIME -> Ticks.UNIX_EPOCH + random.nextInt(4) * Ticks.PER_HOUR;
            case TIMESPAN -> random.nextInt(3) * Ticks.PER_MINUTE;
            case GUID -> new UUID(random.nextInt(3) - 1L, random.nextInt(2));
            case DYNAMIC ->
                List.of(
                                "a",
                                1L,
                                2.0,
                                true,
                                List.of("a", 1L),
                                Map.of("k", "v"),
                                List.of(),
                                List.of(List.of(2L), "b", true))
                        .get(random.nextInt(8));
        };
    }

    private Table table() {
        DictionaryBuilder shared = new DictionaryBuilder();
        TEXTS.forEach(shared::add);
        TextVector entries = TextVector.of(shared.build());
        List<Batch> batches = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            batches.add(batch(entries, random.nextInt(15)));
        }
        return Table.of(SCHEMA, batches);
    }

    private Batch batch(TextVector entries, int rows) {
        List<Vector> columns = new ArrayList<>();
        for (Field field : SCHEMA.fields()) {
            if (field.name().equals("Image")) {
                columns.add(entries.take(random.ints(rows, -1, TEXTS.size()).toArray(), rows));
            } else if (random.nextInt(10) == 0) {
                columns.add(Vector.constant(field.type(), value(field.type()), rows));
            } else {
                VectorBuilder builder = Vector.builder(field.type());
                for (int row = 0; row < rows; row++) {
                    builder.add(value(field.type()));
                }
                columns.add(builder.build());
            }
        }
        return new Batch(SCHEMA, columns, rows);
    }
}
