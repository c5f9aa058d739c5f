package io.quarry.functions.text;

/**
 * A text to look for in other texts: anywhere, at the ends, or as a whole term. Prepared once, immutable, safe for threads;
 * searching allocates nothing. {@link ExactNeedle} respects letter case, {@link CaselessNeedle} does not.
 *
 * <p>A <em>term</em> is a maximal run of letters and digits. An occurrence is a term if no letter or digit stands before or
 * after it; an end of the needle that is itself no letter or digit imposes nothing there. The empty needle is found
 * everywhere.
 */
public abstract sealed class Needle permits ExactNeedle, CaselessNeedle {
    /** The answer of {@link #find} if there is no occurrence. */
    static final long NONE = -1;

    private final boolean beginsInTerm;
    private final boolean endsInTerm;

    Needle(String text) {
        beginsInTerm = !text.isEmpty() && CodePoints.isInTerm(text.codePointAt(0));
        endsInTerm = !text.isEmpty() && CodePoints.isInTerm(text.codePointBefore(text.length()));
    }

    /**
     * The first occurrence that begins at {@code from} or later, as its start in the high and its end in the low 32 bits;
     * {@link #NONE} if there is none. Positions are those of {@link Utf8#bytes}.
     */
    abstract long find(byte[] bytes, int from, int end);

    /** Where an occurrence that begins at {@code at} ends, or -1 if none begins there. */
    abstract int match(byte[] bytes, int at, int end);

    /** Where an occurrence that ends at {@code end} begins, or -1 if none ends there. */
    abstract int matchBack(byte[] bytes, int start, int end);

    /** True if the text contains the needle. */
    public final boolean isIn(Utf8 text) {
        return find(text.bytes(), text.start(), text.end()) != NONE;
    }

    /** True if the text begins with the needle. */
    public final boolean isPrefixOf(Utf8 text) {
        return match(text.bytes(), text.start(), text.end()) >= 0;
    }

    /** True if the text ends with the needle. */
    public final boolean isSuffixOf(Utf8 text) {
        return matchBack(text.bytes(), text.start(), text.end()) >= 0;
    }

    /** True if the text is the needle. */
    public final boolean isEqualTo(Utf8 text) {
        return match(text.bytes(), text.start(), text.end()) == text.end();
    }

    /** True if the needle occurs with a term boundary at both ends. */
    public final boolean isTermIn(Utf8 text) {
        return occurs(text, beginsInTerm, endsInTerm);
    }

    /** True if the needle occurs with a term boundary before it. */
    public final boolean isTermPrefixIn(Utf8 text) {
        return occurs(text, beginsInTerm, false);
    }

    /** True if the needle occurs with a term boundary after it. */
    public final boolean isTermSuffixIn(Utf8 text) {
        return occurs(text, false, endsInTerm);
    }

    private boolean occurs(Utf8 text, boolean boundedBefore, boolean boundedAfter) {
        byte[] bytes = text.bytes();
        int start = text.start();
        int end = text.end();
        int from = start;
        while (true) {
            long found = find(bytes, from, end);
            if (found == NONE) {
                return false;
            }
            int foundStart = (int) (found >>> 32);
            int foundEnd = (int) found;
            if (!(boundedBefore && isTermBefore(bytes, start, foundStart))
                    && !(boundedAfter && isTermAfter(bytes, foundEnd, end))) {
                return true;
            }
            from = foundStart + CodePoints.length(bytes, foundStart, end);
        }
    }

    private static boolean isTermBefore(byte[] bytes, int start, int at) {
        return at > start && CodePoints.isInTerm(CodePoints.at(bytes, CodePoints.before(bytes, start, at), at));
    }

    private static boolean isTermAfter(byte[] bytes, int at, int end) {
        return at < end && CodePoints.isInTerm(CodePoints.at(bytes, at, end));
    }

    static long occurrence(int start, int end) {
        return (long) start << 32 | end;
    }
}
