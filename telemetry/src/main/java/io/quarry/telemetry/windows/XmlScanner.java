package io.quarry.telemetry.windows;

import io.quarry.telemetry.text.ByteCursor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts XML text into its {@code Event} elements. An event that is not closed ends where the next begins. */
final class XmlScanner {
    private static final int MAX_EVENT = 1 << 24;
    private static final byte[] EVENT = ascii("<Event");
    private static final byte[] EVENT_END = ascii("</Event>");
    private static final Pattern ENCODING = Pattern.compile("<\\?xml[^>]*encoding=[\"']([A-Za-z0-9._-]+)[\"']");

    /** What may stand between events besides blanks: declarations, comments, and the element around all events. */
    private static final Pattern BETWEEN = Pattern.compile("<[?!].*|</?Events\\b.*", Pattern.DOTALL);

    private final ByteCursor in;
    private byte[] bytes = new byte[8 * 1024];
    private int length;
    private long start;
    private Charset charset = StandardCharsets.UTF_8;
    private String damage;

    /** What {@link #next} found. */
    enum Found {
        EVENT,
        /** Something else; {@link #damage} says what. */
        DAMAGE,
        END
    }

    XmlScanner(InputStream utf8) {
        this.in = new ByteCursor(utf8);
    }

    /** The text of the event found, from {@code <Event} to {@code </Event>}. */
    String text() {
        return new String(bytes, 0, length, charset);
    }

    /** Where it begins, in bytes. */
    long offset() {
        return start;
    }

    String damage() {
        return damage;
    }

    Found next() throws IOException {
        if (!endsWithEventStart()) {
            length = 0;
            long junk = -1;
            for (int c = in.peek(); c >= 0 && !endsWithEventStart(); c = in.peek()) {
                junk = between(c, junk);
            }
            if (junk >= 0) {
                start = junk;
                damage = "what stands here belongs to no event";
                return Found.DAMAGE;
            }
            if (!endsWithEventStart()) {
                return Found.END;
            }
        }
        start = in.offset() - EVENT.length - 1;
        keep(EVENT.length + 1);
        return event();
    }

    /** Takes something that stands between events; where the first thing stands that should not be there, or -1. */
    private long between(int c, long junk) throws IOException {
        long at = in.offset();
        if (c == '<') {
            length = 0;
            takeTag();
            if (endsWithEventStart()) {
                return junk;
            }
            String tag = new String(bytes, 0, length, StandardCharsets.UTF_8);
            declaredCharset(tag);
            return junk >= 0 || BETWEEN.matcher(tag).matches() ? junk : at;
        }
        in.take();
        boolean isMark = at < 3 && c >= 0xbb;
        return junk >= 0 || isBlank(c) || isMark ? junk : at;
    }

    private void takeTag() throws IOException {
        do {
            append(in.take());
        } while (in.peek() >= 0 && !isTagComplete() && length < MAX_EVENT);
    }

    private boolean isTagComplete() {
        return endsWithEventStart() || (endsWith("-->") || bytes[length - 1] == '>' && !startsWith("<!--"));
    }

    /** Takes an event whose first bytes are taken. */
    private Found event() throws IOException {
        String closing = "";
        while (true) {
            int c = in.peek();
            if (c < 0 || length > MAX_EVENT) {
                damage = c < 0 ? "the file ends inside this event" : "the event is longer than " + MAX_EVENT + " bytes";
                length = 0;
                return Found.DAMAGE;
            }
            append(in.take());
            if (!closing.isEmpty()) {
                closing = endsWith(closing) ? "" : closing;
            } else if (c == '[' && endsWith("<![CDATA[")) {
                closing = "]]>";
            } else if (c == '-' && endsWith("<!--")) {
                closing = "-->";
            } else if (c == '>' && endsWith(EVENT_END)) {
                return Found.EVENT;
            } else if (endsWithEventStart()) {
                damage = "another event begins before this one is closed";
                return Found.DAMAGE;
            }
        }
    }

    /** True behind {@code <Event} and a character that ends the name. */
    private boolean endsWithEventStart() {
        if (length <= EVENT.length) {
            return false;
        }
        int last = bytes[length - 1];
        int from = length - 1 - EVENT.length;
        return (last == '>' || isBlank(last)) && Arrays.equals(bytes, from, length - 1, EVENT, 0, EVENT.length);
    }

    private void declaredCharset(String tag) {
        Matcher declaration = ENCODING.matcher(tag);
        if (declaration.find()
                && Charset.isSupported(declaration.group(1))
                && !declaration.group(1).regionMatches(true, 0, "UTF", 0, 3)) {
            charset = Charset.forName(declaration.group(1));
        }
    }

    /** Keeps only the last bytes. */
    private void keep(int count) {
        System.arraycopy(bytes, length - count, bytes, 0, count);
        length = count;
    }

    private void append(int c) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, length * 2);
        }
        bytes[length++] = (byte) c;
    }

    private boolean startsWith(String ascii) {
        byte[] expected = ascii(ascii);
        return length >= expected.length && Arrays.equals(bytes, 0, expected.length, expected, 0, expected.length);
    }

    private boolean endsWith(String ascii) {
        return endsWith(ascii(ascii));
    }

    private boolean endsWith(byte[] expected) {
        return length >= expected.length
                && Arrays.equals(bytes, length - expected.length, length, expected, 0, expected.length);
    }

    private static boolean isBlank(int c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
