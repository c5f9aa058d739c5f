package io.quarry.functions.convert;

import java.util.UUID;
import java.util.regex.Pattern;

/** Reads guids: 32 hexadecimal digits with dashes anywhere between, perhaps in braces or parentheses. */
public final class Guids {
    private static final Pattern DIGITS = Pattern.compile("[0-9a-fA-F]{32}");

    private Guids() {}

    /** The guid, or null if the text is none. */
    public static UUID read(String text) {
        String digits = unwrap(text.strip()).replace("-", "");
        return DIGITS.matcher(digits).matches()
                ? new UUID(Long.parseUnsignedLong(digits, 0, 16, 16), Long.parseUnsignedLong(digits, 16, 32, 16))
                : null;
    }

    private static String unwrap(String text) {
        boolean isWrapped = text.length() > 2
                && (text.startsWith("{") && text.endsWith("}") || text.startsWith("(") && text.endsWith(")"));
        return isWrapped ? text.substring(1, text.length() - 1) : text;
    }
}
