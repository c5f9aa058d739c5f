package io.quarry.functions.convert;

import java.util.UUID;
import java.util.regex.Pattern;

/** Reads guids: 32 hexadecimal digits, with or without dashes, with or without braces or parentheses around. */
public final class Guids {
    private static final Pattern DASHES =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern DIGITS = Pattern.compile("[0-9a-fA-F]{32}");

    private Guids() {}

    /** The guid, or null if the text is none. */
    public static UUID read(String text) {
        String bare = unwrap(text.strip());
        if (DASHES.matcher(bare).matches()) {
            return UUID.fromString(bare);
        }
        if (DIGITS.matcher(bare).matches()) {
            return new UUID(Long.parseUnsignedLong(bare, 0, 16, 16), Long.parseUnsignedLong(bare, 16, 32, 16));
        }
        return null;
    }

    private static String unwrap(String text) {
        boolean isWrapped = text.length() > 2
                && (text.startsWith("{") && text.endsWith("}") || text.startsWith("(") && text.endsWith(")"));
        return isWrapped ? text.substring(1, text.length() - 1) : text;
    }
}
