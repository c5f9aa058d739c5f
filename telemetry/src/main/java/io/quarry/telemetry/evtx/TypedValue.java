package io.quarry.telemetry.evtx;

import io.quarry.data.Ticks;
import io.quarry.telemetry.EventHeader;
import io.quarry.telemetry.windows.SystemTime;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A value as a log stores it.
 *
 * @param bytes at most 65,535
 */
record TypedValue(ValueType type, byte[] bytes) {
    static final TypedValue NULL = new TypedValue(ValueType.NULL, new byte[0]);

    private static final Pattern GUID_TEXT =
            Pattern.compile("\\{[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}}");
    private static final Pattern SID_TEXT = Pattern.compile("S-\\d{1,3}-\\d{1,15}(-\\d{1,10}){0,15}");
    private static final Pattern NUMBER = Pattern.compile("0|-?[1-9]\\d{0,18}");
    private static final Pattern HEX = Pattern.compile("0x(0|[1-9a-f][0-9a-f]{0,15})");

    /** A text in a type, if it is the text that a value of that type is read back as; otherwise as a string. */
    static TypedValue of(ValueType type, String text) {
        return text == null ? NULL : typed(type, text).orElseGet(() -> string(text));
    }

    static TypedValue string(String text) {
        return new TypedValue(ValueType.STRING, text.getBytes(StandardCharsets.UTF_16LE));
    }

    /** A time in ticks; one that a FILETIME cannot hold as text. */
    static TypedValue time(long ticks) {
        if (ticks == EventHeader.NO_TIME) {
            return NULL;
        }
        return ticks < Ticks.FILETIME_EPOCH
                ? string(Ticks.format(ticks))
                : new TypedValue(ValueType.FILE_TIME, number(ticks - Ticks.FILETIME_EPOCH, 8));
    }

    private static Optional<TypedValue> typed(ValueType type, String text) {
        return switch (type) {
            case UINT8, UINT16, UINT32 -> integer(type, text, 0, (1L << 8 * type.width()) - 1);
            case INT32 -> integer(type, text, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case UINT64 -> integer(type, text, 0, Long.MAX_VALUE);
            case BOOL -> bool(text);
            case HEX_INT32, HEX_INT64 -> hex(type, text);
            case GUID -> guid(text);
            case SID -> sid(text);
            case FILE_TIME -> fileTime(text);
            default -> Optional.empty();
        };
    }

    private static Optional<TypedValue> integer(ValueType type, String text, long least, long most) {
        if (!NUMBER.matcher(text).matches() || text.length() > 18) {
            return Optional.empty();
        }
        long value = Long.parseLong(text);
        return value < least || value > most
                ? Optional.empty()
                : Optional.of(new TypedValue(type, number(value, type.width())));
    }

    private static Optional<TypedValue> bool(String text) {
        return switch (text) {
            case "true" -> Optional.of(new TypedValue(ValueType.BOOL, number(1, 4)));
            case "false" -> Optional.of(new TypedValue(ValueType.BOOL, number(0, 4)));
            default -> Optional.empty();
        };
    }

    private static Optional<TypedValue> hex(ValueType type, String text) {
        boolean fits = HEX.matcher(text).matches() && text.length() <= 2 + 2 * type.width();
        return fits
                ? Optional.of(new TypedValue(type, number(Long.parseUnsignedLong(text.substring(2), 16), type.width())))
                : Optional.empty();
    }

    private static Optional<TypedValue> guid(String text) {
        if (!GUID_TEXT.matcher(text).matches()) {
            return Optional.empty();
        }
        String digits = text.replaceAll("[{}-]", "");
        ByteBuffer bytes = little(16);
        bytes.putInt(Integer.parseUnsignedInt(digits.substring(0, 8), 16));
        bytes.putShort((short) Integer.parseInt(digits.substring(8, 12), 16));
        bytes.putShort((short) Integer.parseInt(digits.substring(12, 16), 16));
        bytes.order(ByteOrder.BIG_ENDIAN).putLong(Long.parseUnsignedLong(digits.substring(16), 16));
        return Optional.of(new TypedValue(ValueType.GUID, bytes.array()));
    }

    private static Optional<TypedValue> sid(String text) {
        String[] parts = text.split("-");
        if (!SID_TEXT.matcher(text).matches()
                || Long.parseLong(parts[1]) > 255
                || Long.parseLong(parts[2]) >= 1L << 48) {
            return Optional.empty();
        }
        ByteBuffer bytes = little(8 + 4 * (parts.length - 3));
        bytes.put((byte) Integer.parseInt(parts[1])).put((byte) (parts.length - 3));
        long authority = Long.parseLong(parts[2]);
        bytes.order(ByteOrder.BIG_ENDIAN).putShort((short) (authority >> 32)).putInt((int) authority);
        bytes.order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 3; i < parts.length; i++) {
            long part = Long.parseLong(parts[i]);
            if (part > 0xffffffffL || !Long.toString(part).equals(parts[i])) {
                return Optional.empty();
            }
            bytes.putInt((int) part);
        }
        return Optional.of(new TypedValue(ValueType.SID, bytes.array()));
    }

    private static Optional<TypedValue> fileTime(String text) {
        long ticks = SystemTime.parse(text);
        return ticks >= Ticks.FILETIME_EPOCH && Ticks.format(ticks).equals(text)
                ? Optional.of(time(ticks))
                : Optional.empty();
    }

    private static byte[] number(long value, int width) {
        byte[] bytes = new byte[width];
        for (int i = 0; i < width; i++) {
            bytes[i] = (byte) (value >>> 8 * i);
        }
        return bytes;
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
