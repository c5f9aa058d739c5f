package io.quarry.bench.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A dynamic value as documentation prints it: JSON, also with texts in single quotes or in none. Numbers, {@code true} and
 * {@code null} stay what is printed, as {@link Word}.
 */
final class PrintedDynamic {
    /** What stands without quotes. */
    record Word(String text) {}

    private static final class NoValue extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private final String text;
    private int at;

    private PrintedDynamic(String text) {
        this.text = text;
    }

    /** The tree of Word, String, List and Map; empty if the text is none. */
    static Optional<Object> read(String text) {
        PrintedDynamic reader = new PrintedDynamic(text);
        try {
            Object value = reader.value();
            reader.blanks();
            return reader.at == text.length() ? Optional.of(value) : Optional.empty();
        } catch (NoValue none) {
            return Optional.empty();
        }
    }

    private Object value() {
        blanks();
        return switch (peek()) {
            case '[' -> array();
            case '{' -> bag();
            case '"', '\'' -> quoted();
            default -> word();
        };
    }

    private List<Object> array() {
        List<Object> array = new ArrayList<>();
        at++;
        while (!closed(']')) {
            array.add(value());
            comma(']');
        }
        return array;
    }

    private Map<Object, Object> bag() {
        Map<Object, Object> bag = new LinkedHashMap<>();
        at++;
        while (!closed('}')) {
            Object key = value();
            blanks();
            expect(':');
            bag.put(key instanceof Word word ? word.text() : key, value());
            comma('}');
        }
        return bag;
    }

    private boolean closed(char close) {
        blanks();
        if (peek() == close) {
            at++;
            return true;
        }
        return false;
    }

    private void comma(char close) {
        blanks();
        if (peek() != close) {
            expect(',');
        }
    }

    private String quoted() {
        char quote = text.charAt(at++);
        StringBuilder value = new StringBuilder();
        while (peek() != quote) {
            char c = text.charAt(at++);
            value.append(c == '\\' ? escaped() : c);
        }
        at++;
        return value.toString();
    }

    private char escaped() {
        char c = peek();
        at++;
        if (c == 'u' && at + 4 <= text.length()) {
            at += 4;
            return (char) Integer.parseInt(text.substring(at - 4, at), 16);
        }
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            default -> c;
        };
    }

    private Word word() {
        int start = at;
        while (at < text.length() && ",]}:".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(start, at).strip();
        if (word.isEmpty()) {
            throw new NoValue();
        }
        return new Word(word);
    }

    private char peek() {
        if (at >= text.length()) {
            throw new NoValue();
        }
        return text.charAt(at);
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw new NoValue();
        }
        at++;
    }

    private void blanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
