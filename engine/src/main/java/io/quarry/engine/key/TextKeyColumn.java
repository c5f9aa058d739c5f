package io.quarry.engine.key;

import io.quarry.data.Dictionary;
import io.quarry.data.DictionaryBuilder;
import io.quarry.data.TextVector;
import io.quarry.data.Vector;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** Text keys: each entry of a dictionary is hashed once, a row then costs a look-up by code. */
final class TextKeyColumn extends KeyColumn {
    private static final int REMEMBERED = 64;

    /** What {@link #numbersOfCodes} holds: nothing yet, that there is no number, or a number above this. */
    private static final int UNKNOWN = 0;

    private static final int KNOWN_ABSENT = 1;
    private static final int KNOWN = 2;

    private final DictionaryBuilder texts = new DictionaryBuilder();

    /** Of the texts, by their code in {@link #texts}. */
    private int[] numbers = new int[32];

    /** How many texts have a number. */
    private int numbered;

    private int numberOfNull = ABSENT;
    private int size;

    /** By code + 1, so that null comes first. Filled as codes are met. */
    private final ConcurrentHashMap<Dictionary, int[]> numbersOfCodes = new ConcurrentHashMap<>();

    @Override
    void add(Vector values, int[] result) {
        TextVector vector = (TextVector) values;
        int[] known = numbersOf(vector.dictionary());
        known[0] = numberOfNull == ABSENT ? UNKNOWN : KNOWN + numberOfNull;
        if (!read(vector, known, result)) {
            addNew(vector, known);
            read(vector, known, result);
        }
    }

    @Override
    int[] addAll(KeyColumn other) {
        TextKeyColumn theirs = (TextKeyColumn) other;
        Dictionary dictionary = theirs.texts.build();
        int[] added =
                texts.addAll(dictionary, IntStream.range(0, dictionary.size()).toArray(), dictionary.size());
        int[] result = new int[theirs.size];
        int text = 0;
        for (int i = 0; i < result.length; i++) {
            result[i] = i == theirs.numberOfNull ? numberOfNull() : numberOf(added[text++]);
        }
        return result;
    }

    @Override
    int[] find(Vector values) {
        TextVector vector = (TextVector) values;
        int[] known = numbersOf(vector.dictionary());
        known[0] = KNOWN + numberOfNull;
        int[] result = new int[vector.size()];
        if (!read(vector, known, result)) {
            findNew(vector, known);
            read(vector, known, result);
        }
        return result;
    }

    @Override
    int size() {
        return size;
    }

    /** Looks up the number of each row; false if one is not known yet. */
    private static boolean read(TextVector vector, int[] known, int[] result) {
        int[] codes = vector.codes();
        for (int row = 0; row < vector.size(); row++) {
            int number = known[codes[row] + 1];
            if (number == UNKNOWN) {
                return false;
            }
            result[row] = number - KNOWN;
        }
        return true;
    }

    /** Numbers the entries and the null that are met for the first time. */
    private void addNew(TextVector vector, int[] known) {
        int[] codes = vector.codes();
        int[] fresh = new int[Math.min(vector.size(), known.length)];
        int count = 0;
        int freshBeforeNull = ABSENT;
        for (int row = 0; row < vector.size(); row++) {
            int code = codes[row];
            if (known[code + 1] == UNKNOWN) {
                known[code + 1] = KNOWN_ABSENT;
                if (code < 0) {
                    freshBeforeNull = count;
                } else {
                    fresh[count++] = code;
                }
            }
        }
        int[] added = texts.addAll(vector.dictionary(), fresh, count);
        for (int i = 0; i <= count; i++) {
            if (i == freshBeforeNull) {
                known[0] = KNOWN + numberOfNull();
            }
            if (i < count) {
                known[fresh[i] + 1] = KNOWN + numberOf(added[i]);
            }
        }
    }

    /** Looks up the entries that no row had before. Threads that do so at once find the same. */
    private void findNew(TextVector vector, int[] known) {
        int[] codes = vector.codes();
        int[] fresh = new int[vector.size()];
        int count = 0;
        for (int row = 0; row < vector.size(); row++) {
            if (known[codes[row] + 1] == UNKNOWN) {
                fresh[count++] = codes[row];
            }
        }
        int[] found = texts.findAll(vector.dictionary(), fresh, count);
        for (int i = 0; i < count; i++) {
            known[fresh[i] + 1] = found[i] < 0 ? KNOWN_ABSENT : KNOWN + numbers[found[i]];
        }
    }

    private int numberOfNull() {
        if (numberOfNull == ABSENT) {
            numberOfNull = size++;
        }
        return numberOfNull;
    }

    /** Texts get their codes in the order in which they come here. */
    private int numberOf(int text) {
        if (text >= numbers.length) {
            numbers = Arrays.copyOf(numbers, Math.max(text + 1, 2 * numbers.length));
        }
        if (text == numbered) {
            numbers[numbered++] = size++;
        }
        return numbers[text];
    }

    private int[] numbersOf(Dictionary dictionary) {
        int[] known = numbersOfCodes.get(dictionary);
        if (known == null) {
            if (numbersOfCodes.size() >= REMEMBERED) {
                numbersOfCodes.clear();
            }
            known = numbersOfCodes.computeIfAbsent(dictionary, key -> new int[key.size() + 1]);
        }
        return known;
    }
}
