package io.quarry.telemetry.evtx;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;

/**
 * The bytes of one chunk with what was decoded of it so far: names and template definitions, both by their position.
 * Reused from chunk to chunk; not safe for threads.
 */
final class Chunk {
    static final int SIZE = 65_536;
    static final int HEADER_SIZE = 512;
    static final int RECORD_HEADER_SIZE = 24;

    /**
     * Decoded tokens and characters that a chunk may grow to. A sound chunk stays far below; one whose values refer to
     * each other over and over does not.
     */
    private static final int EXPANSION = 1 << 25;

    private static final int MAX_SHARED_NAMES = 1 << 16;

    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] bytes = new byte[SIZE];
    private final Map<Integer, String> names = new HashMap<>();
    private final Map<Integer, Template> templates = new HashMap<>();
    private final Map<String, String> sharedNames = new HashMap<>();
    private int length;
    private int expansionLeft;

    /** The buffer to fill before {@link #reset}. */
    byte[] bytes() {
        return bytes;
    }

    /** Begins a new chunk of so many bytes in the buffer. */
    void reset(int newLength) {
        length = newLength;
        expansionLeft = EXPANSION;
        names.clear();
        templates.clear();
    }

    int length() {
        return length;
    }

    int u8(int position) throws Malformed {
        require(position, 1);
        return bytes[position] & 0xff;
    }

    int u16(int position) throws Malformed {
        require(position, 2);
        return (short) SHORT.get(bytes, position) & 0xffff;
    }

    int i32(int position) throws Malformed {
        require(position, 4);
        return (int) INT.get(bytes, position);
    }

    long i64(int position) throws Malformed {
        require(position, 8);
        return (long) LONG.get(bytes, position);
    }

    /** Checks that the bytes are inside the chunk. */
    void require(int position, int count) throws Malformed {
        if (position < 0 || count < 0 || position > length - count) {
            throw new Malformed("needs " + (count & 0xffffffffL) + " bytes at " + (position & 0xffffffffL)
                    + ", past the end of the chunk at " + length);
        }
    }

    /** Takes from what the chunk may expand to. */
    void spend(int amount) throws Malformed {
        expansionLeft -= amount;
        if (expansionLeft < 0) {
            throw new Malformed("the chunk's values expand to more than " + EXPANSION + " characters and tokens");
        }
    }

    /** True if a name entry with a right hash stands there. */
    boolean isName(int position) {
        if (names.containsKey(position)) {
            return true;
        }
        if (position < HEADER_SIZE || position > length - 10) {
            return false;
        }
        int count = (short) SHORT.get(bytes, position + 6) & 0xffff;
        if (position + 10 + 2 * count > length) {
            return false;
        }
        int hash = 0;
        for (int i = 0; i < count; i++) {
            hash = hash * 65599 + ((short) SHORT.get(bytes, position + 8 + 2 * i) & 0xffff);
        }
        return (hash & 0xffff) == ((short) SHORT.get(bytes, position + 4) & 0xffff);
    }

    /** The name whose entry stands there. */
    String name(int position) throws Malformed {
        String known = names.get(position);
        if (known != null) {
            return known;
        }
        if (!isName(position)) {
            throw new Malformed("expected a name at " + (position & 0xffffffffL) + ", found none with a right hash");
        }
        int count = u16(position + 6);
        spend(count);
        String name = share(Text.utf16(bytes, position + 8, count));
        names.put(position, name);
        return name;
    }

    /** The bytes that a name entry takes. */
    int nameSize(int position) throws Malformed {
        return 10 + 2 * u16(position + 6);
    }

    /** The template whose definition stands there, parsed at the first call. */
    Template template(int position, int depth) throws Malformed {
        Template known = templates.get(position);
        if (known == null) {
            known = Template.parse(this, position, depth);
            templates.put(position, known);
        }
        return known;
    }

    private String share(String name) {
        String shared = sharedNames.get(name);
        if (shared != null) {
            return shared;
        }
        if (sharedNames.size() < MAX_SHARED_NAMES) {
            sharedNames.put(name, name);
        }
        return name;
    }
}
