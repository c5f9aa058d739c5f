package io.quarry.functions.regex;

import com.google.re2j.Pattern;

/**
 * What one character of a text may be: a literal, {@code .}, {@code \d} or {@code [a-z]} in an expression. Except for plain
 * literals RE2/J is asked what it holds, so that classes and letter case mean here what they mean there. Equal if written
 * alike. Immutable, safe for threads.
 */
final class CharacterSet {
    private static final int NO_LITERAL = -1;

    private final String source;
    private final int literal;
    private final boolean isCaseless;
    private Pattern pattern;

    private CharacterSet(String source, int literal, boolean isCaseless) {
        this.source = source;
        this.literal = literal;
        this.isCaseless = isCaseless;
    }

    /** That code point only. */
    static CharacterSet of(int codePoint) {
        return new CharacterSet(escaped(codePoint), codePoint, false);
    }

    /** That code point and all that are like it but for letter case. */
    static CharacterSet caseless(int codePoint) {
        boolean hasCase = codePoint >= 0x80 || isLetter(codePoint);
        return hasCase ? new CharacterSet("(?i:" + escaped(codePoint) + ")", codePoint, true) : of(codePoint);
    }

    /** What an expression that matches single characters matches. */
    static CharacterSet matching(String source) {
        return new CharacterSet(source, NO_LITERAL, false);
    }

    boolean contains(int codePoint) {
        if (literal >= 0 && !isCaseless) {
            return literal == codePoint;
        }
        if (literal >= 0 && literal < 0x80 && codePoint < 0x80) {
            return (literal | 0x20) == (codePoint | 0x20);
        }
        return pattern().matches(Character.toString(codePoint));
    }

    /** True if this is one literal, in any letter case or in one. */
    boolean isLiteral() {
        return literal >= 0;
    }

    /** True if the letter case of this literal does not count. */
    boolean isCaseless() {
        return isCaseless;
    }

    /** The code point of this literal. */
    int literal() {
        return literal;
    }

    static boolean isLetter(int codePoint) {
        int lower = codePoint | 0x20;
        return lower >= 'a' && lower <= 'z';
    }

    private synchronized Pattern pattern() {
        if (pattern == null) {
            pattern = Pattern.compile(source);
        }
        return pattern;
    }

    private static String escaped(int codePoint) {
        return "\\x{" + Integer.toHexString(codePoint) + "}";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CharacterSet set && source.equals(set.source);
    }

    @Override
    public int hashCode() {
        return source.hashCode();
    }

    @Override
    public String toString() {
        return source;
    }
}
