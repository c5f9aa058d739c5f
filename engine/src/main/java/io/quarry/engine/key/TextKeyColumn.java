package io.quarry.engine.key;

import io.quarry.data.Dictionary;
import io.quarry.data.DictionaryBuilder;
import io.quarry.data.TextVector;
import io.quarry.data.Vector;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;

/** Text keys: each entry of a dictionary is hashed once, a row then costs a look-up by code. */
final class TextKeyColumn extends KeyColumn {
    private static final int UNKNOWN = 0;
    private static final int KNOWN_ABSENT = -1;
    private static final int REMEMBERED = 64;

    private final DictionaryBuilder texts = new DictionaryBuilder();

    /** Of the texts, by their code in {@link #texts}. */
    private int[] numbers = new int[32];

    /** How many texts have a number. */
    private int numbered;

    private int numberOfNull = ABSENT;
    private int size;

    /** For each code {@link #UNKNOWN}, {@link #KNOWN_ABSENT} or one more than the number. Filled as codes are met. */
    private final ConcurrentHashMap<Dictionary, int[]> numbersOfCodes = new ConcurrentHashMap<>();

    @Override
    int[] add(Vector values) {
        TextVector vector = (TextVector) values;
        int[] ofCodes = numbersOf(vector.dictionary());
        addNew(vector, ofCodes);
        int[] result = new int[vector.size()];
        for (int row = 0; row < result.length; row++) {
            int code = vector.code(row);
            result[row] = code < 0 ? numberOfNull : ofCodes[code] - 1;
        }
        return result;
    }

    /** Numbers the entries and the null that are met for the first time. */
    private void addNew(TextVector vector, int[] ofCodes) {
        int[] fresh = new int[Math.min(vector.size(), ofCodes.length)];
        int count = 0;
        int freshBeforeNull = ABSENT;
        for (int row = 0; row < vector.size(); row++) {
            int code = vector.code(row);
            if (code < 0) {
                freshBeforeNull = freshBeforeNull == ABSENT ? count : freshBeforeNull;
            } else if (ofCodes[code] == UNKNOWN) {
                ofCodes[code] = KNOWN_ABSENT;
                fresh[count++] = code;
            }
        }
        int[] added = texts.addAll(vector.dictionary(), fresh, count);
        for (int i = 0; i <= count; i++) {
            if (i == freshBeforeNull && numberOfNull == ABSENT) {
                numberOfNull = size++;
            }
            if (i < count) {
                ofCodes[fresh[i]] = 1 + numberOf(added[i]);
            }
        }
    }

    @Override
    int[] find(Vector values) {
        TextVector vector = (TextVector) values;
        int[] ofCodes = numbersOf(vector.dictionary());
        findNew(vector, ofCodes);
        int[] result = new int[vector.size()];
        for (int row = 0; row < result.length; row++) {
            int code = vector.code(row);
            result[row] = code < 0 ? numberOfNull : ofCodes[code] == KNOWN_ABSENT ? ABSENT : ofCodes[code] - 1;
        }
        return result;
    }

    /** Looks up the entries that no row had before. Threads that do so at once find the same. */
    private void findNew(TextVector vector, int[] ofCodes) {
        int[] fresh = new int[vector.size()];
        int count = 0;
        for (int row = 0; row < vector.size(); row++) {
            int code = vector.code(row);
            if (code >= 0 && ofCodes[code] == UNKNOWN) {
                fresh[count++] = code;
            }
        }
        int[] found = texts.findAll(vector.dictionary(), fresh, count);
        for (int i = 0; i < count; i++) {
            ofCodes[fresh[i]] = found[i] < 0 ? KNOWN_ABSENT : 1 + numbers[found[i]];
        }
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
            known = numbersOfCodes.computeIfAbsent(dictionary, key -> new int[key.size()]);
        }
        return known;
    }
}
