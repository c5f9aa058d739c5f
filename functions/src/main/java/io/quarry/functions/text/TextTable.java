package io.quarry.functions.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;

/** A set of texts as UTF-8 bytes, for lookups that allocate nothing. Immutable, safe for threads. */
final class TextTable {
    private final byte[][] slots;
    private final int size;

    TextTable(Collection<String> texts) {
        int capacity = Integer.highestOneBit(Math.max(4, texts.size() * 2)) * 2;
        slots = new byte[capacity][];
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            int slot = slot(hash(bytes, 0, bytes.length), bytes, 0, bytes.length);
            slots[slot] = bytes;
        }
        size = (int) Arrays.stream(slots).filter(Objects::nonNull).count();
    }

    /** The number of different texts. */
    int size() {
        return size;
    }

    boolean contains(byte[] bytes, int start, int end) {
        return slots[slot(hash(bytes, start, end), bytes, start, end)] != null;
    }

    /** Whether the table, which must hold folded texts, has a text of ASCII when that is folded. */
    boolean containsFoldedAscii(byte[] bytes, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = foldedHash(hash, bytes[i]);
        }
        return containsFoldedAscii(hash, bytes, start, end);
    }

    /** The hash of a folded text that grows by one byte of ASCII, which is folded here; that of no text is 0. */
    static int foldedHash(int hash, byte b) {
        return hash * 31 + upper(b);
    }

    /** The same with the hash of the folded text. */
    boolean containsFoldedAscii(int hash, byte[] bytes, int start, int end) {
        int slot = spread(hash);
        while (slots[slot] != null && !equalsFolded(slots[slot], bytes, start, end)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slots[slot] != null;
    }

    private int slot(int hash, byte[] bytes, int start, int end) {
        int slot = spread(hash);
        while (slots[slot] != null && !Arrays.equals(slots[slot], 0, slots[slot].length, bytes, start, end)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private int spread(int hash) {
        int mixed = hash * 0x9E3779B1;
        return (mixed ^ mixed >>> 15) & (slots.length - 1);
    }

    private static int hash(byte[] bytes, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = hash * 31 + bytes[i];
        }
        return hash;
    }

    private static boolean equalsFolded(byte[] folded, byte[] bytes, int start, int end) {
        if (folded.length != end - start) {
            return false;
        }
        for (int i = 0; i < folded.length; i++) {
            if (folded[i] != upper(bytes[start + i])) {
                return false;
            }
        }
        return true;
    }

    private static int upper(int b) {
        return b >= 'a' && b <= 'z' ? b - 32 : b;
    }
}
