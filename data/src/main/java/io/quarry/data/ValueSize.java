package io.quarry.data;

import java.util.List;
import java.util.Map;

/** Estimates what boxed values hold in memory. */
public final class ValueSize {
    private static final int BYTES_OF_OBJECT = 24;
    private static final int BYTES_OF_TEXT = 48;
    private static final int BYTES_OF_ELEMENT = 8;
    private static final int BYTES_OF_ENTRY = 56;

    /** Of a longer collection the first elements stand for all. */
    private static final int LOOKED_AT = 32;

    private ValueSize() {}

    /** Bytes, for a value of any {@link Type} or null; quick also for large collections. */
    public static long of(Object value) {
        if (value instanceof String text) {
            return BYTES_OF_TEXT + text.length();
        }
        if (value instanceof List<?> array) {
            return BYTES_OF_OBJECT + array.size() * (BYTES_OF_ELEMENT + ofEach(array));
        }
        if (value instanceof Map<?, ?> bag) {
            return BYTES_OF_OBJECT + bag.size() * (BYTES_OF_ENTRY + ofEach(bag.values()) + ofEach(bag.keySet()));
        }
        return value == null ? 0 : BYTES_OF_OBJECT;
    }

    private static long ofEach(Iterable<?> elements) {
        long bytes = 0;
        int count = 0;
        for (Object element : elements) {
            if (count == LOOKED_AT) {
                break;
            }
            bytes += of(element);
            count++;
        }
        return count == 0 ? 0 : bytes / count;
    }
}
