package io.quarry.telemetry.evtx;

import io.quarry.data.Ticks;
import io.quarry.telemetry.EventHeader;
import java.util.List;

/** The values of one template instance: where each stands in the chunk, and its type. An index past the end is null. */
final class Values {
    /** The values of what stands in no template. */
    static final Values NONE = new Values(null, new int[0], new byte[0]);

    private final Chunk chunk;
    private final int[] positions;
    private final byte[] codes;

    /** @param positions value {@code i} is {@code positions[i]..positions[i + 1]}, checked to be inside the chunk */
    Values(Chunk chunk, int[] positions, byte[] codes) {
        this.chunk = chunk;
        this.positions = positions;
        this.codes = codes;
    }

    ValueType type(int index) {
        return index < codes.length ? ValueType.of(codes[index]) : ValueType.NULL;
    }

    boolean isArray(int index) {
        return index < codes.length && codes[index] < 0;
    }

    /** True if the value says that it is null, whatever its size. */
    boolean isOfTypeNull(int index) {
        return index < codes.length && codes[index] == 0;
    }

    /** True if there is no value: type null, or fewer bytes than the type needs. Arrays are never null. */
    boolean isNull(int index) {
        if (index >= codes.length || codes[index] == 0) {
            return true;
        }
        return codes[index] > 0 && size(index) < ValueType.of(codes[index]).leastSize();
    }

    /** True if the value is Binary XML. */
    boolean isFragment(int index) {
        return index < codes.length && codes[index] == ValueType.BINARY_XML.code() && size(index) > 0;
    }

    XmlNode[] fragment(int index, int depth) throws Malformed {
        return BinaryXmlParser.outsideTemplate(chunk, positions[index], positions[index + 1])
                .fragment(depth);
    }

    /** The text; empty for null; the items of an array joined by commas. */
    String text(int index) throws Malformed {
        if (isArray(index)) {
            return String.join(",", items(index));
        }
        if (isNull(index)) {
            return "";
        }
        chunk.spend(size(index) + 1);
        return ValueText.of(ValueType.of(codes[index]), chunk, positions[index], size(index));
    }

    /** The texts of the items of an array. */
    List<String> items(int index) throws Malformed {
        chunk.spend(size(index) + 1);
        return ArrayItems.of(ValueType.of(codes[index]), chunk, positions[index], size(index));
    }

    /** A value of type FILETIME as ticks; {@link EventHeader#NO_TIME} if it is null or past the year 9999. */
    long fileTime(int index) throws Malformed {
        if (isNull(index)) {
            return EventHeader.NO_TIME;
        }
        long value = chunk.i64(positions[index]);
        return value < 0 || value > Ticks.MAX_DATETIME - Ticks.FILETIME_EPOCH
                ? EventHeader.NO_TIME
                : value + Ticks.FILETIME_EPOCH;
    }

    void spend(int amount) throws Malformed {
        if (chunk != null) {
            chunk.spend(amount);
        }
    }

    private int size(int index) {
        return positions[index + 1] - positions[index];
    }
}
