package io.quarry.testing.random;

import io.quarry.data.Batch;
import io.quarry.data.Field;
import io.quarry.data.Platform;
import io.quarry.data.Schema;
import io.quarry.data.Table;
import io.quarry.data.TableName;
import io.quarry.data.Ticks;
import io.quarry.data.Type;
import io.quarry.data.Vector;
import io.quarry.data.VectorBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random rows of a small table of events as QRadar has it: few distinct values, many nulls, batches of any size. */
final class RandomEvents {
    static final String TABLE = "T";
    static final TableName NAME = new TableName(Platform.QRADAR, TABLE);
    static final Schema SCHEMA = Schema.of(
            new Field("username", Type.STRING),
            new Field("eventcount", Type.LONG),
            new Field("score", Type.REAL),
            new Field("hasoffense", Type.BOOL),
            new Field("sourceip", Type.STRING),
            new Field("starttime", Type.LONG));

    /** The clock, in ticks and in milliseconds since 1970. */
    static final long NOW = Ticks.UNIX_EPOCH + 1_700_000_000L * Ticks.PER_SECOND;

    static final long NOW_MILLIS = 1_700_000_000_000L;

    private static final List<String> TEXTS = List.of("", "a", "A", "ab", "b", "10", "it's", "x\\y", "naïve", "a\nB");
    private static final List<String> ADDRESSES = List.of("10.0.0.1", "10.0.0.2", "192.168.0.1", "::1", "0.0.0.0");
    private static final List<Double> REALS = List.of(0.0, -0.0, 0.5, -1.5, 2.0, Double.NaN);

    private RandomEvents() {}

    static Table make(Random random) {
        List<Batch> batches = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            int rows = random.nextInt(15);
            List<Vector> columns = new ArrayList<>();
            for (Field field : SCHEMA.fields()) {
                VectorBuilder builder = Vector.builder(field.type());
                for (int row = 0; row < rows; row++) {
                    builder.add(random.nextInt(6) == 0 ? null : value(field.name(), random));
                }
                columns.add(builder.build());
            }
            batches.add(new Batch(SCHEMA, columns, rows));
        }
        return Table.of(SCHEMA, batches);
    }

    private static Object value(String column, Random random) {
        return switch (column) {
            case "username" -> TEXTS.get(random.nextInt(TEXTS.size()));
            case "eventcount" -> random.nextInt(6) - 2L;
            case "score" -> REALS.get(random.nextInt(REALS.size()));
            case "hasoffense" -> random.nextBoolean();
            case "sourceip" -> ADDRESSES.get(random.nextInt(ADDRESSES.size()));
            default -> NOW_MILLIS - random.nextInt(10) * 60_000L;
        };
    }
}
