package io.quarry.engine.column;

import io.quarry.data.Dictionary;
import io.quarry.data.TextVector;
import java.util.Arrays;

/** The place of each row's text among the texts of its vector, so that rows compare as numbers. */
final class TextRanks {
    private TextRanks() {}

    /** For each row the rank of its text by code point: equal for equal texts. The rank of null is -1. */
    static int[] of(TextVector texts) {
        Dictionary dictionary = texts.dictionary();
        int[] rankOfCode = ranks(dictionary, usedCodes(texts));
        int[] ranks = new int[texts.size()];
        for (int row = 0; row < ranks.length; row++) {
            int code = texts.code(row);
            ranks[row] = code < 0 ? -1 : rankOfCode[code];
        }
        return ranks;
    }

    private static int[] usedCodes(TextVector texts) {
        boolean[] isUsed = new boolean[texts.dictionary().size()];
        int used = 0;
        for (int row = 0; row < texts.size(); row++) {
            int code = texts.code(row);
            if (code >= 0 && !isUsed[code]) {
                isUsed[code] = true;
                used++;
            }
        }
        int[] codes = new int[used];
        int next = 0;
        for (int code = 0; code < isUsed.length; code++) {
            if (isUsed[code]) {
                codes[next++] = code;
            }
        }
        return codes;
    }

    /** The bytes of UTF-8, taken as unsigned, are in the order of the code points. */
    private static int[] ranks(Dictionary dictionary, int[] codes) {
        RowComparator byBytes = (left, right) -> Arrays.compareUnsigned(
                dictionary.bytes(),
                dictionary.start(left),
                dictionary.end(left),
                dictionary.bytes(),
                dictionary.start(right),
                dictionary.end(right));
        StableSort.sort(codes, byBytes);
        int[] ranks = new int[dictionary.size()];
        int rank = 0;
        for (int i = 0; i < codes.length; i++) {
            rank += i > 0 && byBytes.compare(codes[i - 1], codes[i]) != 0 ? 1 : 0;
            ranks[codes[i]] = rank;
        }
        return ranks;
    }
}
