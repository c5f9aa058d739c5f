package io.quarry.engine.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.data.LongVector;
import io.quarry.data.TextVector;
import io.quarry.data.Type;
import io.quarry.data.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeyTableTest {
    private static final int BATCH = 500;

    private final Random random = new Random(1);
    private final Map<List<?>, Integer> expected = new HashMap<>();

    @Test
    void fewValuesOfEachKeyMakeMostPairs() {
        requireNumbered(40, 60);
    }

    @Test
    void manyValuesOfEachKeyMakeFewPairs() {
        requireNumbered(5000, 5000);
    }

    /** So many pairs that the hash table of the first rows becomes a matrix in time. */
    @Test
    void pairsFillUp() {
        requireNumbered(200, 150);
    }

    private void requireNumbered(int texts, int longs) {
        KeyTable table = table();
        List<List<Vector>> batches = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            batches.add(batch(texts, longs));
        }
        for (List<Vector> batch : batches) {
            assertThat(table.add(batch, BATCH)).isEqualTo(numbers(batch));
        }
        assertThat(table.size()).isEqualTo(expected.size());
        for (List<Vector> batch : batches) {
            assertThat(table.find(batch, BATCH)).isEqualTo(numbers(batch));
        }
        requireMerged(batches, table);
    }

    /** Two tables of half of the batches each, put together, are the table of all. */
    private static void requireMerged(List<List<Vector>> batches, KeyTable whole) {
        KeyTable merged = table();
        KeyTable rest = table();
        for (int i = 0; i < batches.size(); i++) {
            (i < batches.size() / 2 ? merged : rest).add(batches.get(i), BATCH);
        }
        int[] translated = merged.addAll(rest);
        assertThat(merged.size()).isEqualTo(whole.size());
        for (List<Vector> batch : batches) {
            assertThat(merged.find(batch, BATCH)).isEqualTo(whole.find(batch, BATCH));
        }
        List<Vector> last = batches.get(batches.size() - 1);
        int[] inRest = rest.find(last, BATCH);
        assertThat(Arrays.stream(inRest).map(number -> translated[number]).toArray())
                .isEqualTo(whole.find(last, BATCH));
    }

    @Test
    void neverAddedIsAbsent() {
        KeyTable table = table();
        table.add(List.of(TextVector.of(new String[] {"a", "b"}, 2), longs(1L, null)), 2);
        List<Vector> asked = List.of(TextVector.of(new String[] {"b", "b", "c", null}, 4), longs(null, 1L, 1L, 1L));
        assertThat(table.find(asked, 4)).containsExactly(1, KeyTable.ABSENT, KeyTable.ABSENT, KeyTable.ABSENT);
    }

    private static KeyTable table() {
        return new KeyTable(List.of(Type.STRING, Type.LONG));
    }

    private int[] numbers(List<Vector> batch) {
        int[] numbers = new int[BATCH];
        for (int row = 0; row < BATCH; row++) {
            List<?> key = Arrays.asList(batch.get(0).value(row), batch.get(1).value(row));
            expected.putIfAbsent(key, expected.size());
            numbers[row] = expected.get(key);
        }
        return numbers;
    }

    private List<Vector> batch(int texts, int longs) {
        String[] first = new String[BATCH];
        Long[] second = new Long[BATCH];
        for (int row = 0; row < BATCH; row++) {
            int text = random.nextInt(texts);
            long number = random.nextInt(longs);
            first[row] = text == 7 ? null : "text" + text;
            second[row] = number == 7 ? null : Long.valueOf(number);
        }
        return List.of(TextVector.of(first, BATCH), longs(second));
    }

    private static Vector longs(Long... values) {
        long[] numbers = new long[values.length];
        boolean[] nulls = new boolean[values.length];
        for (int i = 0; i < values.length; i++) {
            nulls[i] = values[i] == null;
            numbers[i] = nulls[i] ? 0 : values[i];
        }
        return LongVector.of(Type.LONG, numbers, nulls, values.length);
    }
}
