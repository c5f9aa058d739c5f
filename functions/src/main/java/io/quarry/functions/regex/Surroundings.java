package io.quarry.functions.regex;

/** What stands on one side of a place in a text, as far as assertions care. */
enum Surroundings {
    EDGE,
    NEWLINE,
    WORD,
    OTHER;

    /** Words are of ASCII letters, digits and underscores. */
    static Surroundings of(int codePoint) {
        if (codePoint == '\n') {
            return NEWLINE;
        }
        boolean isWord = CharacterSet.isLetter(codePoint) && codePoint < 0x80
                || codePoint >= '0' && codePoint <= '9'
                || codePoint == '_';
        return isWord ? WORD : OTHER;
    }

    /** What stands before a place in UTF-8 bytes. */
    static Surroundings before(byte[] bytes, int start, int at) {
        return at == start ? EDGE : bytes[at - 1] < 0 ? OTHER : of(bytes[at - 1]);
    }
}
