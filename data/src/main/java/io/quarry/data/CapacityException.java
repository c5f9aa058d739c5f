package io.quarry.data;

/** Values are larger, or more, than can be held. */
public final class CapacityException extends RuntimeException {
    /** The most UTF-16 units of one text. */
    static final int LONGEST_TEXT = 1 << 24;

    /** The most UTF-16 units of all texts of a batch. */
    private static final long LARGEST_BATCH = 1 << 29;

    private CapacityException(String message) {
        super(message);
    }

    /** Whether a text of so many UTF-16 units can be held. */
    public static boolean isText(long length) {
        return length <= LONGEST_TEXT;
    }

    /**
     * To be asked before a text is made that may be far longer than those it is made of.
     *
     * @throws CapacityException if a text of so many UTF-16 units is too long
     */
    public static void requireText(long length) {
        if (!isText(length)) {
            throw new CapacityException(
                    "a text of " + length + " characters; at most " + LONGEST_TEXT + " can be held");
        }
    }

    /**
     * The length of texts that are held together with one more.
     *
     * @throws CapacityException if the text alone or all are too long
     */
    public static long requireRoom(long length, String text) {
        requireText(text.length());
        if (length + text.length() > LARGEST_BATCH) {
            throw ofBatch();
        }
        return length + text.length();
    }

    /** There are more things than can be held. */
    public static CapacityException ofNumber(long most, String things) {
        return new CapacityException("more than " + most + " " + things);
    }

    static CapacityException ofBatch() {
        return new CapacityException("the texts of one column are too long to be held at once");
    }
}
