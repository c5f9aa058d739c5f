package io.quarry.telemetry.evtx;

import io.quarry.data.Ticks;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/** Values as the text that Windows shows for them. */
final class ValueText {
    private static final HexFormat UPPER = HexFormat.of().withUpperCase();
    private static final String[] SMALL_NUMBERS = smallNumbers();
    private static final char[] UPPER_DIGITS = "0123456789ABCDEF".toCharArray();

    private ValueText() {}

    /** @param size at least {@link ValueType#leastSize} */
    static String of(ValueType type, Chunk chunk, int at, int size) throws Malformed {
        return switch (type) {
            case NULL, BINARY_XML -> "";
            case STRING, EVENT_XML -> string(chunk, at, size / 2);
            case ANSI_STRING -> ansi(chunk, at, size);
            case INT8 -> number((byte) chunk.u8(at));
            case UINT8 -> number(chunk.u8(at));
            case INT16 -> number((short) chunk.u16(at));
            case UINT16 -> number(chunk.u16(at));
            case INT32 -> number(chunk.i32(at));
            case UINT32 -> number(chunk.i32(at) & 0xffffffffL);
            case INT64 -> number(chunk.i64(at));
            case UINT64 -> Long.toUnsignedString(chunk.i64(at));
            case REAL32 -> Float.toString(Float.intBitsToFloat(chunk.i32(at)));
            case REAL64 -> Double.toString(Double.longBitsToDouble(chunk.i64(at)));
            case BOOL -> bool(chunk, at, size);
            case BINARY, EVENT_HANDLE, UNKNOWN -> UPPER.formatHex(chunk.bytes(), at, at + size);
            case GUID -> guid(chunk, at);
            case SIZE_T -> hex(size >= 8 ? chunk.i64(at) : chunk.i32(at) & 0xffffffffL);
            case FILE_TIME -> fileTime(chunk.i64(at));
            case SYSTEM_TIME -> systemTime(chunk, at);
            case SID -> sid(chunk, at, size);
            case HEX_INT32 -> hex(chunk.i32(at) & 0xffffffffL);
            case HEX_INT64 -> hex(chunk.i64(at));
        };
    }

    /** UTF-16 without the zeros at its end. */
    static String string(Chunk chunk, int at, int units) {
        byte[] bytes = chunk.bytes();
        int count = units;
        while (count > 0 && bytes[at + 2 * count - 1] == 0 && bytes[at + 2 * count - 2] == 0) {
            count--;
        }
        return Text.utf16(bytes, at, count);
    }

    static String ansi(Chunk chunk, int at, int size) {
        int end = size;
        while (end > 0 && chunk.bytes()[at + end - 1] == 0) {
            end--;
        }
        return Text.ansi(chunk.bytes(), at, end);
    }

    private static String number(long value) {
        return value >= 0 && value < SMALL_NUMBERS.length ? SMALL_NUMBERS[(int) value] : Long.toString(value);
    }

    private static String hex(long value) {
        return "0x" + Long.toHexString(value);
    }

    private static String bool(Chunk chunk, int at, int size) throws Malformed {
        for (int i = 0; i < size; i++) {
            if (chunk.u8(at + i) != 0) {
                return "true";
            }
        }
        return "false";
    }

    /** {@code {5770385F-C22A-43E0-BF4C-06F5698FFBD9}}: the first three groups are numbers, the rest are bytes. */
    private static String guid(Chunk chunk, int at) throws Malformed {
        chunk.require(at, 16);
        byte[] order = {3, 2, 1, 0, -1, 5, 4, -1, 7, 6, -1, 8, 9, -1, 10, 11, 12, 13, 14, 15};
        byte[] text = new byte[38];
        int end = 0;
        text[end++] = '{';
        for (byte index : order) {
            if (index < 0) {
                text[end++] = '-';
            } else {
                int value = chunk.bytes()[at + index];
                text[end++] = (byte) UPPER_DIGITS[value >> 4 & 15];
                text[end++] = (byte) UPPER_DIGITS[value & 15];
            }
        }
        text[end] = '}';
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    /** Seven digits of a second; past the year 9999 the number itself. */
    private static String fileTime(long value) {
        return value < 0 || value > Ticks.MAX_DATETIME - Ticks.FILETIME_EPOCH
                ? Long.toUnsignedString(value)
                : Ticks.format(value + Ticks.FILETIME_EPOCH);
    }

    private static String systemTime(Chunk chunk, int at) throws Malformed {
        return String.format(
                Locale.ROOT,
                "%04d-%02d-%02dT%02d:%02d:%02d.%03dZ",
                chunk.u16(at),
                chunk.u16(at + 2),
                chunk.u16(at + 6),
                chunk.u16(at + 8),
                chunk.u16(at + 10),
                chunk.u16(at + 12),
                chunk.u16(at + 14));
    }

    private static String sid(Chunk chunk, int at, int size) throws Malformed {
        int count = chunk.u8(at + 1);
        if (size < 8 + 4 * count) {
            throw new Malformed("a SID of " + count + " parts in " + size + " bytes, expected " + (8 + 4 * count));
        }
        long authority = 0;
        for (int i = 2; i < 8; i++) {
            authority = authority << 8 | chunk.u8(at + i);
        }
        StringBuilder text = new StringBuilder(48)
                .append("S-")
                .append(chunk.u8(at))
                .append('-')
                .append(authority);
        for (int i = 0; i < count; i++) {
            text.append('-').append(chunk.i32(at + 8 + 4 * i) & 0xffffffffL);
        }
        return text.toString();
    }

    private static String[] smallNumbers() {
        String[] texts = new String[1024];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = Integer.toString(i);
        }
        return texts;
    }
}
