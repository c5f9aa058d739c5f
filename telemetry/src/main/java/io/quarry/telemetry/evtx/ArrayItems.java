package io.quarry.telemetry.evtx;

import java.util.ArrayList;
import java.util.List;

/** The items of an array value, each as text. */
final class ArrayItems {
    private ArrayItems() {}

    static List<String> of(ValueType type, Chunk chunk, int at, int size) throws Malformed {
        return switch (type) {
            case STRING -> terminated(chunk, at, size, 2);
            case ANSI_STRING -> terminated(chunk, at, size, 1);
            case SID -> sids(chunk, at, size);
            default -> fixed(type, chunk, at, size);
        };
    }

    /** Texts that each end with a zero; the last may lack it. */
    private static List<String> terminated(Chunk chunk, int at, int size, int unit) throws Malformed {
        List<String> items = new ArrayList<>();
        int end = at + size / unit * unit;
        int start = at;
        for (int i = at; i < end; i += unit) {
            boolean isZero = unit == 1 ? chunk.u8(i) == 0 : chunk.u16(i) == 0;
            if (isZero) {
                items.add(text(chunk, start, i, unit));
                start = i + unit;
            }
        }
        if (start < end) {
            items.add(text(chunk, start, end, unit));
        }
        return items;
    }

    private static String text(Chunk chunk, int from, int to, int unit) {
        return unit == 1 ? Text.ansi(chunk.bytes(), from, to - from) : Text.utf16(chunk.bytes(), from, (to - from) / 2);
    }

    private static List<String> sids(Chunk chunk, int at, int size) throws Malformed {
        List<String> items = new ArrayList<>();
        int start = at;
        while (at + size - start >= ValueType.SID.leastSize()) {
            int length = 8 + 4 * chunk.u8(start + 1);
            items.add(ValueText.of(ValueType.SID, chunk, start, Math.min(length, at + size - start)));
            start += length;
        }
        return items;
    }

    private static List<String> fixed(ValueType type, Chunk chunk, int at, int size) throws Malformed {
        int width = Math.max(1, type.width());
        List<String> items = new ArrayList<>();
        for (int i = 0; i + width <= size; i += width) {
            items.add(ValueText.of(type, chunk, at + i, width));
        }
        return items;
    }
}
