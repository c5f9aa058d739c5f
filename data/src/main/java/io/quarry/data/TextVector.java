package io.quarry.data;

/**
 * Texts, as codes of a {@link Dictionary}. A row of code -1 is null. Where values do not repeat, the codes are absent and
 * row {@code i} is entry {@code i}.
 */
public final class TextVector implements Vector {
    private static final int[] IDENTITY = null;

    private final Dictionary dictionary;
    private final int[] codes;
    private final boolean nullable;
    private final int size;
    private final int mask;

    private TextVector(Dictionary dictionary, int[] codes, boolean nullable, int size, int mask) {
        this.dictionary = dictionary;
        this.codes = codes;
        this.nullable = nullable;
        this.size = size;
        this.mask = mask;
    }

    /**
     * A vector of the first {@code size} codes, which the caller must not change any more.
     *
     * @param codes -1 for null, else an entry of the dictionary
     */
    public static TextVector of(Dictionary dictionary, int[] codes, int size) {
        boolean nullable = false;
        for (int i = 0; i < size && !nullable; i++) {
            nullable = codes[i] < 0;
        }
        return new TextVector(dictionary, codes, nullable, size, -1);
    }

    /** A vector whose row {@code i} is the dictionary's entry {@code i}. */
    public static TextVector of(Dictionary dictionary) {
        return new TextVector(dictionary, IDENTITY, false, dictionary.size(), -1);
    }

    /** A vector of these texts (null is null) that does not look for repetition. */
    public static TextVector of(String[] texts, int size) {
        int present = 0;
        for (int i = 0; i < size; i++) {
            present += texts[i] == null ? 0 : 1;
        }
        if (present == size) {
            return of(Dictionary.of(texts, size));
        }
        String[] entries = new String[present];
        int[] codes = new int[size];
        int next = 0;
        for (int i = 0; i < size; i++) {
            if (texts[i] == null) {
                codes[i] = -1;
            } else {
                entries[next] = texts[i];
                codes[i] = next++;
            }
        }
        return new TextVector(Dictionary.of(entries, present), codes, true, size, -1);
    }

    public static TextVector constant(String value, int size) {
        return value == null
                ? new TextVector(Dictionary.of(new String[0], 0), new int[] {-1}, true, size, 0)
                : new TextVector(Dictionary.of(new String[] {value}, 1), new int[] {0}, false, size, 0);
    }

    public Dictionary dictionary() {
        return dictionary;
    }

    /** The code of the row in {@link #dictionary}; -1 where the row is null. */
    public int code(int row) {
        return codes == IDENTITY ? row : codes[row & mask];
    }

    /** The codes of rows {@code 0..size-1}, for loops; shared, not to be changed, perhaps longer. */
    public int[] codes() {
        if (codes != IDENTITY && mask != 0) {
            return codes;
        }
        int[] all = new int[size];
        for (int row = 0; row < size; row++) {
            all[row] = code(row);
        }
        return all;
    }

    /** The text; null where the row is null. */
    public String at(int row) {
        int code = code(row);
        return code < 0 ? null : dictionary.text(code);
    }

    @Override
    public Type type() {
        return Type.STRING;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public boolean noNulls() {
        return !nullable;
    }

    @Override
    public boolean isNull(int row) {
        return nullable && codes[row & mask] < 0;
    }

    @Override
    public String value(int row) {
        return at(row);
    }

    @Override
    public boolean isConstant() {
        return mask == 0;
    }

    @Override
    public Vector take(int[] rows, int count) {
        int[] taken = new int[count];
        boolean takenNullable = false;
        for (int i = 0; i < count; i++) {
            taken[i] = rows[i] < 0 ? -1 : code(rows[i]);
            takenNullable |= taken[i] < 0;
        }
        return new TextVector(dictionary, taken, takenNullable, count, -1);
    }
}
