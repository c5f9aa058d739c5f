package io.quarry.telemetry.json;

import io.quarry.telemetry.text.ByteCursor;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts UTF-8 JSON into its outermost objects, whether they stand one a line, in an array, or spread over lines. Damage costs
 * the object it is in: no text goes on past the end of its line, so at the latest there the next object can begin.
 */
final class ObjectScanner {
    private static final int MAX_DEPTH = 500;
    private static final int MAX_OBJECT = 1 << 24;

    private final ByteCursor in;
    private byte[] object = new byte[8 * 1024];
    private int length;
    private long objectLine;
    private long objectOffset;
    private final boolean[] isArray = new boolean[MAX_DEPTH + 1];
    private int depth;
    private Layout layout = Layout.UNKNOWN;

    /** Told by the first object. */
    private enum Layout {
        UNKNOWN,
        ONE_A_LINE,
        SPREAD
    }

    /** What {@link #next} found. */
    enum Found {
        OBJECT,
        /** Something else; {@link #damage} says what. */
        DAMAGE,
        END
    }

    private String damage;

    ObjectScanner(InputStream in) {
        this.in = new ByteCursor(in);
    }

    /** The bytes of the object found, up to {@link #length}. Overwritten by the next. */
    byte[] object() {
        return object;
    }

    int length() {
        return length;
    }

    /** The line that the object or damage begins in, from 1. */
    long line() {
        return objectLine;
    }

    /** Where it begins, in bytes. */
    long offset() {
        return objectOffset;
    }

    String damage() {
        return damage;
    }

    Found next() throws IOException {
        int first = skipPunctuation();
        objectLine = in.line();
        objectOffset = in.offset();
        if (first < 0) {
            return Found.END;
        }
        if (first != '{') {
            damage = "found '" + printable(first) + "' where a JSON object was expected";
            skipLine();
            return Found.DAMAGE;
        }
        damage = scanObject();
        if (damage != null) {
            return Found.DAMAGE;
        }
        if (layout == Layout.UNKNOWN) {
            layout = in.line() == objectLine ? Layout.ONE_A_LINE : Layout.SPREAD;
        }
        return Found.OBJECT;
    }

    /** Moves to what begins the next object, and returns it without taking it; -1 at the end. */
    private int skipPunctuation() throws IOException {
        while (true) {
            int c = in.peek();
            boolean isMark = in.offset() < 3 && (c == 0xef || c == 0xbb || c == 0xbf);
            if (c != ' ' && c != '\t' && c != '\r' && c != '\n' && c != ',' && c != '[' && c != ']' && !isMark) {
                return c;
            }
            in.take();
        }
    }

    /** Takes an object; what is wrong with it, or null. */
    private String scanObject() throws IOException {
        length = 0;
        depth = 0;
        int previous = ':';
        boolean atLineStart = false;
        while (true) {
            int c = in.peek();
            if (c < 0) {
                return "the file ends inside this object";
            }
            if (c == '\n' && layout == Layout.ONE_A_LINE) {
                return "the line ends inside this object";
            }
            if (atLineStart && c == '{' && !mayFollow(previous)) {
                return "another object begins inside this one";
            }
            append(in.take());
            atLineStart = c == '\n';
            String wrong = c == '"' ? takeText() : structure(c);
            if (wrong != null) {
                skipLine();
                return wrong;
            }
            if (depth == 0) {
                return null;
            }
            previous = c == ' ' || c == '\t' || c == '\r' || c == '\n' ? previous : c;
        }
    }

    private boolean mayFollow(int previous) {
        return previous == ':' || isArray[depth] && (previous == '[' || previous == ',');
    }

    private String structure(int c) {
        if (c == '{' || c == '[') {
            if (depth == MAX_DEPTH) {
                return "nested more than " + MAX_DEPTH + " deep";
            }
            isArray[++depth] = c == '[';
        } else if (c == '}' || c == ']') {
            if (isArray[depth] != (c == ']')) {
                return "found '" + (char) c + "', expected '" + (isArray[depth] ? ']' : '}') + "'";
            }
            depth--;
        }
        return length > MAX_OBJECT ? "longer than " + MAX_OBJECT + " bytes" : null;
    }

    /** Takes a text behind its opening quote. */
    private String takeText() throws IOException {
        while (true) {
            int c = in.peek();
            if (c < 0 || c == '\n') {
                return c < 0 ? "the file ends inside a text" : "the line ends inside a text";
            }
            append(in.take());
            if (c == '"') {
                return null;
            }
            if (c == '\\' && in.peek() >= 0 && in.peek() != '\n') {
                append(in.take());
            }
            if (length > MAX_OBJECT) {
                return "longer than " + MAX_OBJECT + " bytes";
            }
        }
    }

    /** Moves behind the end of the line, so that the next object is looked for there. */
    private void skipLine() throws IOException {
        while (in.peek() >= 0 && in.peek() != '\n') {
            in.take();
        }
    }

    private void append(int c) {
        if (length == object.length) {
            object = Arrays.copyOf(object, length * 2);
        }
        object[length++] = (byte) c;
    }

    private static String printable(int c) {
        return c > ' ' && c < 0x7f ? Character.toString(c) : String.format("0x%02x", c);
    }
}
