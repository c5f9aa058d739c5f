package io.quarry.data;

/** Texts are longer, or more, than a column can hold. */
public final class CapacityException extends RuntimeException {
    /** The most UTF-16 units of one text. */
    static final int LONGEST_TEXT = 1 << 24;

    private CapacityException(String message) {
        super(message);
    }

    static void requireHeld(String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new CapacityException(
                    "a text of " + text.length() + " characters; at most " + LONGEST_TEXT + " can be held");
        }
    }

    static CapacityException ofBatch() {
        return new CapacityException("the texts of one column take more than 2 GB at once");
    }
}
