package io.quarry.data;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Collects distinct texts and gives each a code, in order of first appearance. Not safe for threads. */
public final class DictionaryBuilder {
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;
    private static final long FREE = 0;
    private static final int BLOCK = 128;

    private byte[] bytes = new byte[256];
    private int[] offsets = new int[17];
    private int size;

    /** {@link #FREE}, or the hash of a text above one more than its code. */
    private long[] slots = new long[32];

    /** The code of the text, a new one if it was not seen before. */
    public int add(String text) {
        CapacityException.requireText(text.length());
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return add(utf8, 0, utf8.length);
    }

    /** The code of the UTF-8 text {@code utf8[from..to)}, a new one if it was not seen before. */
    public int add(byte[] utf8, int from, int to) {
        return add(hash(utf8, from, to), utf8, from, to);
    }

    private int add(int hash, byte[] utf8, int from, int to) {
        int slot = slotOf(hash, utf8, from, to);
        if (slots[slot] != FREE) {
            return codeIn(slot);
        }
        int code = append(utf8, from, to);
        slots[slot] = entry(hash, code);
        if (size * 2 > slots.length) {
            grow();
        }
        return code;
    }

    /**
     * The codes of some entries of a dictionary, new ones for those not seen before: the same as one {@link #add(byte[], int,
     * int)} after the other, but faster in a large builder.
     */
    public int[] addAll(Dictionary dictionary, int[] entries, int count) {
        return codes(dictionary, entries, count, this::add);
    }

    /** The codes of some entries of a dictionary, -1 for those that are not here. Safe for threads while nobody adds. */
    public int[] findAll(Dictionary dictionary, int[] entries, int count) {
        return codes(dictionary, entries, count, (hash, utf8, from, to) -> codeIn(slotOf(hash, utf8, from, to)));
    }

    /** Gives the code of a text that is not at the first slot of its hash. */
    private interface SecondLook {
        int code(int hash, byte[] utf8, int from, int to);
    }

    private int[] codes(Dictionary dictionary, int[] entries, int count, SecondLook secondLook) {
        int[] codes = new int[count];
        for (int from = 0; from < count; from += BLOCK) {
            int to = Math.min(count, from + BLOCK);
            int[] hashes = firstLook(dictionary, entries, from, to, codes);
            for (int i = from; i < to; i++) {
                if (codes[i] < 0) {
                    int start = dictionary.start(entries[i]);
                    int end = dictionary.end(entries[i]);
                    codes[i] = secondLook.code(hashes[i - from], dictionary.bytes(), start, end);
                }
            }
        }
        return codes;
    }

    /**
     * Fills in the codes of the entries that are found at the first slot of their hash, -1 for the others, and gives all
     * hashes. Each loop reads memory at many places without one read waiting for another.
     */
    private int[] firstLook(Dictionary dictionary, int[] entries, int from, int to, int[] codes) {
        int[] hashes = new int[to - from];
        for (int i = from; i < to; i++) {
            hashes[i - from] = dictionary.hash(entries[i]);
        }
        for (int i = from; i < to; i++) {
            long entry = slots[hashes[i - from] & (slots.length - 1)];
            boolean isSameHash = (int) (entry >>> Integer.SIZE) == hashes[i - from];
            codes[i] = isSameHash ? (int) entry - 1 : -1;
        }
        for (int i = from; i < to; i++) {
            int code = codes[i];
            if (code >= 0
                    && !Arrays.equals(
                            bytes,
                            offsets[code],
                            offsets[code + 1],
                            dictionary.bytes(),
                            dictionary.start(entries[i]),
                            dictionary.end(entries[i]))) {
                codes[i] = -1;
            }
        }
        return hashes;
    }

    /** The code of the UTF-8 text {@code utf8[from..to)}, or -1. Safe for threads while nobody adds. */
    public int find(byte[] utf8, int from, int to) {
        return codeIn(slotOf(hash(utf8, from, to), utf8, from, to));
    }

    /** Where the text is, or the free slot where it would be. */
    private int slotOf(int hash, byte[] utf8, int from, int to) {
        int slot = hash & (slots.length - 1);
        while (slots[slot] != FREE) {
            if ((int) (slots[slot] >>> Integer.SIZE) == hash) {
                int code = codeIn(slot);
                if (Arrays.equals(bytes, offsets[code], offsets[code + 1], utf8, from, to)) {
                    return slot;
                }
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private int codeIn(int slot) {
        return (int) slots[slot] - 1;
    }

    private static long entry(int hash, int code) {
        return (long) hash << Integer.SIZE | code + 1;
    }

    public int size() {
        return size;
    }

    /** The dictionary of all texts so far; the builder can go on afterwards without changing it. */
    public Dictionary build() {
        return new Dictionary(
                Arrays.copyOf(bytes, Math.max(1, offsets[size])), Arrays.copyOf(offsets, size + 1), hashes(), size);
    }

    /** The hashes of all texts, by code. */
    private int[] hashes() {
        int[] hashes = new int[size];
        for (long entry : slots) {
            if (entry != FREE) {
                hashes[(int) entry - 1] = (int) (entry >>> Integer.SIZE);
            }
        }
        return hashes;
    }

    private int append(byte[] utf8, int from, int to) {
        int start = offsets[size];
        int end = start + to - from;
        bytes = Dictionary.withRoom(bytes, start, to - from);
        System.arraycopy(utf8, from, bytes, start, to - from);
        if (size + 2 > offsets.length) {
            offsets = Arrays.copyOf(offsets, offsets.length * 2);
        }
        offsets[size + 1] = end;
        return size++;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        for (long entry : old) {
            if (entry != FREE) {
                int slot = (int) (entry >>> Integer.SIZE) & (slots.length - 1);
                while (slots[slot] != FREE) {
                    slot = (slot + 1) & (slots.length - 1);
                }
                slots[slot] = entry;
            }
        }
    }

    /** Eight bytes at a time; the last step reads the last eight, some of them once more. */
    static int hash(byte[] utf8, int from, int to) {
        long hash = to - from;
        int last = to - Long.BYTES;
        if (last < from) {
            for (int i = from; i < to; i++) {
                hash = hash << Byte.SIZE ^ utf8[i] ^ hash >>> 56;
            }
            return mixed(hash * MULTIPLIER);
        }
        for (int i = from; i < last; i += Long.BYTES) {
            hash = (hash ^ (long) WORDS.get(utf8, i)) * MULTIPLIER;
            hash ^= hash >>> 29;
        }
        return mixed((hash ^ (long) WORDS.get(utf8, last)) * MULTIPLIER);
    }

    private static int mixed(long hash) {
        long mixed = (hash ^ hash >>> 32) * MULTIPLIER;
        return (int) (mixed ^ mixed >>> 32);
    }
}
