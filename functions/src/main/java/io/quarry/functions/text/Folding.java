package io.quarry.functions.text;

/**
 * Letter case, as case-blind comparison sees it: two code points are alike if their simple upper-case forms are equal. One
 * code point for one: {@code ß} is not {@code ss}. A code point outside ASCII is never like one inside, so that
 * {@code ı} and {@code ſ} are only like themselves.
 */
public final class Folding {
    private Folding() {}

    /** The representative of all code points that are alike. */
    public static int fold(int codePoint) {
        if (codePoint < 0x80) {
            return codePoint >= 'a' && codePoint <= 'z' ? codePoint - 32 : codePoint;
        }
        int upper = Character.toUpperCase(codePoint);
        return upper < 0x80 ? codePoint : upper;
    }

    /** The text with each code point folded. */
    public static String fold(String text) {
        StringBuilder folded = null;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            int fold = fold(codePoint);
            if (folded == null && fold != codePoint) {
                folded = new StringBuilder(text.length()).append(text, 0, i);
            }
            if (folded != null) {
                folded.appendCodePoint(fold);
            }
            i += Character.charCount(codePoint);
        }
        return folded == null ? text : folded.toString();
    }

    /** True if the texts are equal once folded. */
    public static boolean areAlike(Utf8 left, Utf8 right) {
        byte[] a = left.bytes();
        byte[] b = right.bytes();
        int i = left.start();
        int j = right.start();
        while (i < left.end() && j < right.end()) {
            if ((a[i] | b[j]) >= 0) {
                if (fold(a[i++]) != fold(b[j++])) {
                    return false;
                }
                continue;
            }
            if (fold(CodePoints.at(a, i, left.end())) != fold(CodePoints.at(b, j, right.end()))) {
                return false;
            }
            i += CodePoints.length(a, i, left.end());
            j += CodePoints.length(b, j, right.end());
        }
        return i == left.end() && j == right.end();
    }
}
