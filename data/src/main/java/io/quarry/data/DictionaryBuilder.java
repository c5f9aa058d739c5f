package io.quarry.data;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Collects distinct texts and gives each a code, in order of first appearance. Not safe for threads. */
public final class DictionaryBuilder {
    private byte[] bytes = new byte[256];
    private int[] offsets = new int[17];
    private int size;
    private int[] slots = new int[32];

    /** The code of the text, a new one if it was not seen before. */
    public int add(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return add(utf8, 0, utf8.length);
    }

    /** The code of the UTF-8 text {@code utf8[from..to)}, a new one if it was not seen before. */
    public int add(byte[] utf8, int from, int to) {
        int slot = hash(utf8, from, to) & (slots.length - 1);
        while (slots[slot] != 0) {
            int code = slots[slot] - 1;
            if (Arrays.equals(bytes, offsets[code], offsets[code + 1], utf8, from, to)) {
                return code;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        int code = append(utf8, from, to);
        slots[slot] = code + 1;
        if (size * 2 > slots.length) {
            rehash();
        }
        return code;
    }

    /** The code of the UTF-8 text {@code utf8[from..to)}, or -1. Safe for threads while nobody adds. */
    public int find(byte[] utf8, int from, int to) {
        int slot = hash(utf8, from, to) & (slots.length - 1);
        while (slots[slot] != 0) {
            int code = slots[slot] - 1;
            if (Arrays.equals(bytes, offsets[code], offsets[code + 1], utf8, from, to)) {
                return code;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return -1;
    }

    public int size() {
        return size;
    }

    /** The dictionary of all texts so far; the builder can go on afterwards without changing it. */
    public Dictionary build() {
        return new Dictionary(Arrays.copyOf(bytes, Math.max(1, offsets[size])), Arrays.copyOf(offsets, size + 1), size);
    }

    private int append(byte[] utf8, int from, int to) {
        int start = offsets[size];
        int end = Math.addExact(start, to - from);
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8, Math.max(bytes.length * 2L, end)));
        }
        System.arraycopy(utf8, from, bytes, start, to - from);
        if (size + 2 > offsets.length) {
            offsets = Arrays.copyOf(offsets, offsets.length * 2);
        }
        offsets[size + 1] = end;
        return size++;
    }

    private void rehash() {
        slots = new int[slots.length * 2];
        for (int code = 0; code < size; code++) {
            int slot = hash(bytes, offsets[code], offsets[code + 1]) & (slots.length - 1);
            while (slots[slot] != 0) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = code + 1;
        }
    }

    private static int hash(byte[] utf8, int from, int to) {
        int hash = 1;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + utf8[i];
        }
        hash ^= hash >>> 15;
        hash *= 0x9E3779B1;
        return hash ^ (hash >>> 13);
    }
}
