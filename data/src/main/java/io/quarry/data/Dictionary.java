package io.quarry.data;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Texts in one block of UTF-8 bytes, addressed by code {@code 0..size-1}. The values of a {@link TextVector} are codes of
 * its dictionary, so that what depends on one text column is computed once per entry and looked up by code.
 *
 * <p>Entries of a dictionary made by {@link DictionaryBuilder} are distinct; those of {@link #of} need not be. Immutable;
 * safe for threads. Compared by identity, which makes it a key for what was computed over it.
 */
public final class Dictionary {
    private static final int LARGEST_BLOCK = Integer.MAX_VALUE - 8;

    /** What an entry takes beside its bytes: its places in the arrays. */
    private static final int BYTES_OF_ENTRY = 16;

    /** What a decoded entry takes beside its characters: two objects. */
    private static final int BYTES_OF_TEXT = 40;

    private final byte[] bytes;
    private final int[] offsets;
    private final int size;
    private final int[] hashes;
    private final String[] decoded;

    /**
     * @param bytes UTF-8, entry {@code i} at {@code offsets[i]..offsets[i + 1]}
     * @param offsets {@code size + 1} or more ascending positions
     * @param hashes of the entries, as {@link DictionaryBuilder} computes them; null if they are not known
     */
    Dictionary(byte[] bytes, int[] offsets, int[] hashes, int size) {
        this.bytes = bytes;
        this.offsets = offsets;
        this.hashes = hashes;
        this.size = size;
        this.decoded = new String[size];
    }

    /**
     * A dictionary of these entries in this order; the elements must not be null. Half of a surrogate pair, which UTF-8
     * cannot hold, becomes {@code ?}.
     *
     * @throws CapacityException if an entry is longer than 16,777,216 UTF-16 units, or all take more than 2 GB
     */
    public static Dictionary of(String[] entries, int size) {
        byte[] bytes = new byte[(int) Math.min(LARGEST_BLOCK, Math.max(16, size * 16L))];
        int[] offsets = new int[size + 1];
        int end = 0;
        for (int i = 0; i < size; i++) {
            CapacityException.requireText(entries[i].length());
            byte[] utf8 = entries[i].getBytes(StandardCharsets.UTF_8);
            bytes = withRoom(bytes, end, utf8.length);
            System.arraycopy(utf8, 0, bytes, end, utf8.length);
            end += utf8.length;
            offsets[i + 1] = end;
        }
        Dictionary dictionary = new Dictionary(bytes, offsets, null, size);
        for (int i = 0; i < size; i++) {
            dictionary.decoded[i] = isKept(entries[i]) ? entries[i] : null;
        }
        return dictionary;
    }

    /**
     * The block, grown if it has no room for so many bytes behind its end.
     *
     * @throws CapacityException if no array can hold them
     */
    static byte[] withRoom(byte[] bytes, int end, int more) {
        long needed = (long) end + more;
        if (needed <= bytes.length) {
            return bytes;
        }
        if (needed > LARGEST_BLOCK) {
            throw CapacityException.ofBatch();
        }
        return Arrays.copyOf(bytes, (int) Math.min(LARGEST_BLOCK, Math.max(bytes.length * 2L, needed)));
    }

    /** True if decoding the text's bytes is sure to give the text. */
    private static boolean isKept(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    public int size() {
        return size;
    }

    /** The shared block of bytes; not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** An estimate of the bytes of memory that it takes now, with the entries that are kept decoded. */
    public long footprint() {
        long footprint = size == 0 ? 0 : end(size - 1) + (long) size * BYTES_OF_ENTRY;
        for (String text : decoded) {
            footprint += text == null ? 0 : BYTES_OF_TEXT + text.length();
        }
        return footprint;
    }

    /** Where the entry begins in {@link #bytes}. */
    public int start(int code) {
        return offsets[code];
    }

    /** Where the entry ends in {@link #bytes}, exclusive. */
    public int end(int code) {
        return offsets[code + 1];
    }

    /** The hash of the entry, as {@link DictionaryBuilder} computes it. */
    int hash(int code) {
        return hashes == null ? DictionaryBuilder.hash(bytes, start(code), end(code)) : hashes[code];
    }

    /** The entry as text; decoded at the first call and kept. */
    public String text(int code) {
        String text = decoded[code];
        if (text == null) {
            text = new String(bytes, offsets[code], offsets[code + 1] - offsets[code], StandardCharsets.UTF_8);
            decoded[code] = text;
        }
        return text;
    }
}
