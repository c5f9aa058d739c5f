package io.quarry.telemetry.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the texts of Windows event fields hold. Every method answers null where the text holds no such thing. */
final class FieldText {
    private FieldText() {}

    /** The text itself, unless it only says that there is none: empty, {@code -}, the null SID. */
    static String given(String text) {
        return text.isEmpty() || text.equals("-") || text.equals("S-1-0-0") ? null : text;
    }

    /** A decimal number, or a hexadecimal one behind {@code 0x}, that fits 64 bits with sign. */
    static Long number(String text) {
        boolean hex = text.startsWith("0x") || text.startsWith("0X");
        String digits = hex ? text.substring(2) : text;
        try {
            return digits.isEmpty() || digits.charAt(0) == '-' || digits.charAt(0) == '+'
                    ? null
                    : Long.valueOf(Long.parseLong(digits, hex ? 16 : 10));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** The last part of a path. */
    static String fileName(String path) {
        return path.substring(lastSeparator(path) + 1);
    }

    /** A path without its last part and without the separator before it. */
    static String folder(String path) {
        int separator = lastSeparator(path);
        return separator < 0 ? null : path.substring(0, separator);
    }

    /** The program at the head of a command line: up to the closing quote, or up to the first blank. */
    static String firstToken(String commandLine) {
        String text = commandLine.strip();
        if (text.startsWith("\"")) {
            int end = text.indexOf('"', 1);
            return end < 0 ? text.substring(1) : text.substring(1, end);
        }
        int end = text.indexOf(' ');
        return end < 0 ? text : text.substring(0, end);
    }

    /** A GUID without the braces around it. */
    static String unbraced(String guid) {
        boolean braced = guid.length() > 2 && guid.startsWith("{") && guid.endsWith("}");
        return braced ? guid.substring(1, guid.length() - 1) : guid;
    }

    /** The hash of that algorithm in {@code ALG=HEX,ALG=HEX}, in lower case. */
    static String hash(String hashes, String algorithm) {
        int from = 0;
        while (from < hashes.length()) {
            int comma = hashes.indexOf(',', from);
            int to = comma < 0 ? hashes.length() : comma;
            int value = from + algorithm.length() + 1;
            if (value < to && hashes.charAt(value - 1) == '=' && startsWith(hashes, from, algorithm)) {
                return hashes.substring(value, to).toLowerCase(Locale.ROOT);
            }
            from = to + 1;
        }
        return null;
    }

    /** A pipe's name as the kernel spells it; unnamed pipes stay as they are. */
    static String pipePath(String name) {
        return name.startsWith("\\") ? "\\Device\\NamedPipe" + name : name;
    }

    /** The parts between semicolons, without empty ones. */
    static List<String> listed(String text) {
        List<String> parts = new ArrayList<>();
        for (String part : text.split(";")) {
            if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        return parts.isEmpty() ? null : parts;
    }

    /** What follows the key up to the next white space. */
    static String setting(String text, String key) {
        int at = text.indexOf(key);
        if (at < 0) {
            return null;
        }
        int from = at + key.length();
        int to = from;
        while (to < text.length() && !Character.isWhitespace(text.charAt(to))) {
            to++;
        }
        return text.substring(from, to);
    }

    private static int lastSeparator(String path) {
        return Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/'));
    }

    private static boolean startsWith(String text, int from, String word) {
        return text.regionMatches(true, from, word, 0, word.length());
    }
}
