package io.quarry.telemetry.syslog;

import io.quarry.telemetry.text.ByteCursor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Cuts UTF-8 into syslog messages: one a line, or of so many bytes as a number before them says. The two may follow each
 * other. Damage costs the message it is in; one whose number is too large takes what follows it along.
 *
 * <p>Source: RFC 6587, section 3.4 (octet counting and non-transparent framing).
 */
final class MessageScanner {
    private static final int MAX_MESSAGE = 1 << 24;
    private static final int MAX_COUNT_DIGITS = 8;
    private static final int MAX_PRIORITY_DIGITS = 3;

    private final ByteCursor in;
    private byte[] message = new byte[8 * 1024];
    private int length;
    private long line;
    private long offset;
    private String damage;

    /** What {@link #next} found. */
    enum Found {
        MESSAGE,
        /** Something else; {@link #damage} says what. */
        DAMAGE,
        END
    }

    MessageScanner(InputStream utf8) {
        this.in = new ByteCursor(utf8);
    }

    /** The message found; what is no UTF-8 in it shows as U+FFFD. */
    String text() {
        return new String(message, 0, length, StandardCharsets.UTF_8);
    }

    /** The line that the message or damage begins in, from 1. */
    long line() {
        return line;
    }

    /** Where it begins, in bytes. */
    long offset() {
        return offset;
    }

    String damage() {
        return damage;
    }

    Found next() throws IOException {
        int first = skipBlank();
        line = in.line();
        offset = in.offset();
        if (first < 0) {
            return Found.END;
        }
        length = 0;
        damage = null;
        int count = takeCount();
        if (count >= 0) {
            takeCounted(count);
        } else {
            takeLine();
        }
        return damage == null && hasText() ? Found.MESSAGE : Found.DAMAGE;
    }

    /** Moves to the next byte that is neither blank nor of a byte order mark, and returns it untaken; -1 at the end. */
    private int skipBlank() throws IOException {
        while (true) {
            int c = in.peek();
            boolean isMark = in.offset() < 3 && (c == 0xef || c == 0xbb || c == 0xbf);
            if (c != ' ' && c != '\t' && c != '\r' && c != '\n' && c != 0 && !isMark) {
                return c;
            }
            in.take();
        }
    }

    /**
     * The number before a counted message, whose priority is taken too; -1 if there is none, and then what was taken belongs
     * to the message.
     */
    private int takeCount() throws IOException {
        int count = 0;
        while (length < MAX_COUNT_DIGITS && in.peek() >= '0' && in.peek() <= '9') {
            count = count * 10 + in.peek() - '0';
            append(in.take());
        }
        boolean isNumber = length > 0 && message[0] != '0' && in.peek() == ' ';
        if (!isNumber) {
            return -1;
        }
        append(in.take());
        int start = length;
        if (!takePriority() || length - start > count) {
            return -1;
        }
        length -= start;
        System.arraycopy(message, start, message, 0, length);
        return count;
    }

    /** Takes {@code <13>}; false if something else stands there, of which the first bytes may be taken. */
    private boolean takePriority() throws IOException {
        if (in.peek() != '<') {
            return false;
        }
        append(in.take());
        int start = length;
        while (length - start < MAX_PRIORITY_DIGITS && in.peek() >= '0' && in.peek() <= '9') {
            append(in.take());
        }
        if (length == start || in.peek() != '>') {
            return false;
        }
        append(in.take());
        return true;
    }

    private void takeCounted(int count) throws IOException {
        if (count > MAX_MESSAGE) {
            damage = "a message of " + count + " bytes; at most " + MAX_MESSAGE + " are read" + skipLine();
            return;
        }
        while (length < count) {
            if (in.peek() < 0) {
                damage = "the file ends " + length + " bytes into a message of " + count;
                return;
            }
            append(in.take());
        }
        int next = in.peek();
        boolean isEnd = next < 0 || next == '\n' || next == '\r' || next >= '0' && next <= '9' || next == '<';
        if (!isEnd) {
            damage = "the message does not end after the " + count + " bytes that it is said to have" + skipLine();
        }
    }

    private void takeLine() throws IOException {
        while (in.peek() >= 0 && in.peek() != '\n') {
            if (length == MAX_MESSAGE) {
                damage = "a line of more than " + MAX_MESSAGE + " bytes" + skipLine();
                return;
            }
            append(in.take());
        }
        trimEnd();
    }

    /** Moves to the end of the line, and says how much was passed over. */
    private String skipLine() throws IOException {
        long start = in.offset();
        while (in.peek() >= 0 && in.peek() != '\n') {
            in.take();
        }
        return "; the " + (in.offset() - start) + " bytes behind them are skipped";
    }

    private void trimEnd() {
        while (length > 0 && (message[length - 1] == '\r' || message[length - 1] == 0)) {
            length--;
        }
    }

    private boolean hasText() {
        for (int i = 0; i < length; i++) {
            if (message[i] == 0) {
                damage = "no text: a zero byte, " + i + " bytes into the message";
                return false;
            }
        }
        return true;
    }

    private void append(int c) {
        if (length == message.length) {
            message = Arrays.copyOf(message, length * 2);
        }
        message[length++] = (byte) c;
    }
}
