package io.quarry.engine.expression;

import io.quarry.data.BoolVector;
import io.quarry.data.TextVector;

/**
 * For which entries of a dictionary, and whether for null, a condition is true.
 *
 * @param truths 1 or 0 at a code. The length is a power of two and the last is that of null, so that a code, -1 for null,
 *     becomes an index by its low bits; and ones and zeros are added up without a branch that could be mispredicted
 * @param isNever true for no entry
 */
record EntryTruths(byte[] truths, boolean isNever) {
    /**
     * @param conditions a value for each entry and then one for null
     */
    static EntryTruths of(BoolVector conditions) {
        int entries = conditions.size() - 1;
        byte[] truths = new byte[2 * Integer.highestOneBit(Math.max(1, entries))];
        boolean isNever = true;
        for (int i = 0; i <= entries; i++) {
            if (conditions.isTrue(i)) {
                truths[i < entries ? i : truths.length - 1] = 1;
                isNever = false;
            }
        }
        return new EntryTruths(truths, isNever);
    }

    /** The rows of the frame whose text satisfies the condition. */
    Selection select(TextVector texts, Frame frame) {
        if (isNever) {
            return Selection.NONE;
        }
        return frame.isWhole() ? ofAll(texts.codes(), frame.rows()) : ofSome(texts.codes(), frame);
    }

    private Selection ofAll(int[] codes, int rows) {
        long[] bits = new long[(rows + Long.SIZE - 1) / Long.SIZE];
        int count = 0;
        for (int word = 0; word < bits.length; word++) {
            int from = word * Long.SIZE;
            bits[word] = word(codes, from, Math.min(Long.SIZE, rows - from));
            count += Long.bitCount(bits[word]);
        }
        return new Selection(bits, count);
    }

    private long word(int[] codes, int from, int length) {
        byte[] table = truths;
        int mask = table.length - 1;
        long word = 0;
        for (int i = 0; i < length; i++) {
            word |= (long) table[codes[from + i] & mask] << i;
        }
        return word;
    }

    private Selection ofSome(int[] codes, Frame frame) {
        byte[] table = truths;
        int mask = table.length - 1;
        int[] baseRows = frame.baseRows();
        int[] rows = new int[frame.rows()];
        int count = 0;
        for (int row = 0; row < rows.length; row++) {
            rows[count] = row;
            count += table[codes[baseRows[row]] & mask];
        }
        return new Selection(rows, count);
    }
}
