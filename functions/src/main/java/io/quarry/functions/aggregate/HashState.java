package io.quarry.functions.aggregate;

import static io.quarry.data.Type.DATETIME;
import static io.quarry.data.Type.LONG;
import static io.quarry.data.Type.TIMESPAN;

import io.quarry.functions.GrowingState;
import io.quarry.functions.encode.XxHash64;
import io.quarry.functions.json.DynamicText;
import io.quarry.processor.Aggregate;
import io.quarry.processor.Of;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/** The hashes of a group's distinct values, from which they can be counted later. */
@Aggregate(
        kql = "hll",
        doc = "State from which distinct values can be counted later; an accuracy from 0 to 4 changes its head only.",
        source = "Kusto Query Language reference, hll()",
        differs = "Holds all hashes, where the service estimates.")
final class HashState implements GrowingState {
    private static final long BYTES_OF_HASH = 80;

    private final Set<Long> hashes = new LinkedHashSet<>();
    private long accuracy = HashStates.DEFAULT_ACCURACY;

    void add(@Of({LONG, DATETIME, TIMESPAN}) long value) {
        add(ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array());
    }

    void add(String value) {
        add(value.getBytes(StandardCharsets.UTF_8));
    }

    void add(UUID value) {
        add(value.toString());
    }

    void add(BigDecimal value) {
        add(value.stripTrailingZeros().toPlainString());
    }

    void add(Object value) {
        add(DynamicText.json(value));
    }

    void add(@Of({LONG, DATETIME, TIMESPAN}) long value, long wanted) {
        accuracy = wanted;
        add(value);
    }

    void add(String value, long wanted) {
        accuracy = wanted;
        add(value);
    }

    void add(UUID value, long wanted) {
        accuracy = wanted;
        add(value);
    }

    void add(BigDecimal value, long wanted) {
        accuracy = wanted;
        add(value);
    }

    void add(Object value, long wanted) {
        accuracy = wanted;
        add(value);
    }

    private void add(byte[] bytes) {
        hashes.add(XxHash64.of(bytes));
    }

    void merge(HashState later) {
        hashes.addAll(later.hashes);
        accuracy = later.hashes.isEmpty() ? accuracy : later.accuracy;
    }

    Object result() {
        return HashStates.of(accuracy, hashes);
    }

    @Override
    public long bytes() {
        return hashes.size() * BYTES_OF_HASH;
    }
}
