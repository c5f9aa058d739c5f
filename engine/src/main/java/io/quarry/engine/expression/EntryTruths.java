package io.quarry.engine.expression;

import io.quarry.data.BoolVector;
import io.quarry.data.TextVector;
import java.util.Arrays;

/**
 * For which entries of a dictionary, and whether for null, a condition is true.
 *
 * @param isTrue at {@code code + 1}, so null comes first
 */
record EntryTruths(boolean[] isTrue, Share share) {
    private static final int RARE = 4;
    private static final int FIRST_ROOM = 64;

    /** How many entries it is true for, which is a guess at how many rows. */
    private enum Share {
        NONE,
        FEW,
        MANY
    }

    /**
     * @param conditions a value for each entry and then one for null
     */
    static EntryTruths of(BoolVector conditions) {
        int entries = conditions.size() - 1;
        boolean[] isTrue = new boolean[entries + 1];
        int count = 0;
        for (int code = -1; code < entries; code++) {
            isTrue[code + 1] = conditions.isTrue(code < 0 ? entries : code);
            count += isTrue[code + 1] ? 1 : 0;
        }
        Share share = count == 0 ? Share.NONE : count * RARE <= entries ? Share.FEW : Share.MANY;
        return new EntryTruths(isTrue, share);
    }

    /** The rows of the frame whose text satisfies the condition. */
    Selection select(TextVector texts, Frame frame) {
        return switch (share) {
            case NONE -> Selection.NONE;
            case FEW -> selectFew(texts.codes(), frame);
            case MANY -> selectMany(texts.codes(), frame);
        };
    }

    /** A branch that is seldom taken costs less than writing every row. */
    private Selection selectFew(int[] codes, Frame frame) {
        int size = frame.rows();
        int[] rows = new int[Math.min(size, FIRST_ROOM)];
        int[] baseRows = frame.baseRows();
        int count = 0;
        for (int row = 0; row < size; row++) {
            if (isTrue[codes[baseRows == null ? row : baseRows[row]] + 1]) {
                if (count == rows.length) {
                    rows = Arrays.copyOf(rows, Math.min(size, count * 4));
                }
                rows[count++] = row;
            }
        }
        return new Selection(rows, count);
    }

    /** Without a branch that could be mispredicted. */
    private Selection selectMany(int[] codes, Frame frame) {
        int[] rows = new int[frame.rows()];
        int[] baseRows = frame.baseRows();
        int count = 0;
        for (int row = 0; row < rows.length; row++) {
            rows[count] = row;
            count += isTrue[codes[baseRows == null ? row : baseRows[row]] + 1] ? 1 : 0;
        }
        return new Selection(rows, count);
    }
}
