package io.quarry.functions.order;

/** The order of texts by code point, where {@code String.compareTo} goes by UTF-16 unit. */
public final class TextOrder {
    private TextOrder() {}

    public static int compare(String left, String right) {
        int length = Math.min(left.length(), right.length());
        for (int i = 0; i < length; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                boolean bothSame = Character.isSurrogate(a) == Character.isSurrogate(b);
                return bothSame ? Character.compare(a, b) : Character.isSurrogate(a) ? 1 : -1;
            }
        }
        return Integer.compare(left.length(), right.length());
    }
}
