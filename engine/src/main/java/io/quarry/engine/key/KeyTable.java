package io.quarry.engine.key;

import io.quarry.data.Type;
import io.quarry.data.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers distinct tuples of keys 0, 1, 2... in order of first appearance. A null in a key is a value like others. All
 * additions come before all look-ups; looking up is safe for threads.
 */
public final class KeyTable {
    /** The number of a tuple that was never added. */
    public static final int ABSENT = KeyColumn.ABSENT;

    private final List<KeyColumn> columns = new ArrayList<>();
    private final List<PairNumbers> pairs = new ArrayList<>();
    private int size;

    /** The numbers of one further column, reused. */
    private int[] further = new int[0];

    public KeyTable(List<Type> types) {
        for (Type type : types) {
            columns.add(KeyColumn.of(type));
            if (columns.size() > 1) {
                pairs.add(new PairNumbers());
            }
        }
    }

    /** How many distinct tuples there are so far. */
    public int size() {
        return size;
    }

    /** The number of each row's tuple; tuples not seen before get new numbers. */
    public int[] add(List<Vector> keys, int rows) {
        int[] numbers = new int[rows];
        add(keys, rows, numbers);
        return numbers;
    }

    /**
     * Writes the number of each row's tuple; tuples not seen before get new numbers.
     *
     * @param numbers at least as long as there are rows
     */
    public void add(List<Vector> keys, int rows, int[] numbers) {
        if (keys.isEmpty()) {
            size = rows > 0 ? 1 : size;
            Arrays.fill(numbers, 0, rows, 0);
            return;
        }
        columns.get(0).add(keys.get(0), numbers);
        size = columns.get(0).size();
        if (keys.size() > 1 && rows > further.length) {
            further = new int[rows];
        }
        for (int i = 1; i < columns.size(); i++) {
            columns.get(i).add(keys.get(i), further);
            PairNumbers pairNumbers = pairs.get(i - 1);
            pairNumbers.add(numbers, size, further, columns.get(i).size(), rows);
            size = pairNumbers.size();
        }
    }

    /**
     * The number here of each tuple of another table over the same types, by its number there; as if they were added in that
     * order.
     */
    public int[] addAll(KeyTable other) {
        if (columns.isEmpty()) {
            return add(List.of(), other.size);
        }
        int[] numbers = columns.get(0).addAll(other.columns.get(0));
        size = columns.get(0).size();
        for (int i = 1; i < columns.size(); i++) {
            int[] next = columns.get(i).addAll(other.columns.get(i));
            PairNumbers pairNumbers = pairs.get(i - 1);
            numbers = pairNumbers.addAll(
                    other.pairs.get(i - 1), numbers, size, next, columns.get(i).size());
            size = pairNumbers.size();
        }
        return numbers;
    }

    /** The number of each row's tuple, or {@link #ABSENT}. */
    public int[] find(List<Vector> keys, int rows) {
        if (keys.isEmpty()) {
            int[] numbers = new int[rows];
            Arrays.fill(numbers, size == 0 ? ABSENT : 0);
            return numbers;
        }
        int[] numbers = columns.get(0).find(keys.get(0));
        for (int i = 1; i < columns.size(); i++) {
            int[] next = columns.get(i).find(keys.get(i));
            PairNumbers pairNumbers = pairs.get(i - 1);
            for (int row = 0; row < rows; row++) {
                numbers[row] = pairNumbers.find(numbers[row], next[row]);
            }
        }
        return numbers;
    }
}
