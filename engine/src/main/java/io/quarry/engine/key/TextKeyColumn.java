package io.quarry.engine.key;

import io.quarry.data.Dictionary;
import io.quarry.data.DictionaryBuilder;
import io.quarry.data.TextVector;
import io.quarry.data.Vector;
import java.util.concurrent.ConcurrentHashMap;

/** Text keys: each entry of a dictionary is hashed once, a row then costs a look-up by code. */
final class TextKeyColumn extends KeyColumn {
    private static final int UNKNOWN = 0;
    private static final int KNOWN_ABSENT = -1;
    private static final int REMEMBERED = 64;

    private final DictionaryBuilder texts = new DictionaryBuilder();
    private final LongNumbers numbers = new LongNumbers();

    /** For each code {@link #UNKNOWN}, {@link #KNOWN_ABSENT} or one more than the number. Filled as codes are met. */
    private final ConcurrentHashMap<Dictionary, int[]> numbersOfCodes = new ConcurrentHashMap<>();

    @Override
    int[] add(Vector values) {
        TextVector vector = (TextVector) values;
        Dictionary dictionary = vector.dictionary();
        int[] ofCodes = numbersOf(dictionary);
        int[] result = new int[vector.size()];
        for (int row = 0; row < result.length; row++) {
            int code = vector.code(row);
            if (code < 0) {
                result[row] = numbers.addNull();
            } else {
                if (ofCodes[code] == UNKNOWN) {
                    int text = texts.add(dictionary.bytes(), dictionary.start(code), dictionary.end(code));
                    ofCodes[code] = 1 + numbers.add(text);
                }
                result[row] = ofCodes[code] - 1;
            }
        }
        return result;
    }

    @Override
    int[] find(Vector values) {
        TextVector vector = (TextVector) values;
        Dictionary dictionary = vector.dictionary();
        int[] ofCodes = numbersOf(dictionary);
        int[] result = new int[vector.size()];
        for (int row = 0; row < result.length; row++) {
            int code = vector.code(row);
            if (code < 0) {
                result[row] = numbers.findNull();
            } else {
                if (ofCodes[code] == UNKNOWN) {
                    int text = texts.find(dictionary.bytes(), dictionary.start(code), dictionary.end(code));
                    ofCodes[code] = text < 0 ? KNOWN_ABSENT : 1 + numbers.find(text);
                }
                result[row] = ofCodes[code] == KNOWN_ABSENT ? ABSENT : ofCodes[code] - 1;
            }
        }
        return result;
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
