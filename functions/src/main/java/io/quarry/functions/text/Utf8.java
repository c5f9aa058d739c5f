package io.quarry.functions.text;

import io.quarry.data.Dictionary;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A view on one text as UTF-8 bytes, without copying: the entry of a dictionary at which it was last placed. As a
 * parameter of a function it is valid only during the call, since the next row moves it. Not safe for threads.
 */
public final class Utf8 {
    private final Dictionary dictionary;
    private final byte[] bytes;
    private int start;
    private int end;

    private Utf8(Dictionary dictionary, byte[] bytes, int start, int end) {
        this.dictionary = dictionary;
        this.bytes = bytes;
        this.start = start;
        this.end = end;
    }

    /** A view to be placed at entries of the dictionary. */
    public static Utf8 over(Dictionary dictionary) {
        return new Utf8(dictionary, dictionary.bytes(), 0, 0);
    }

    /** A view on the bytes of a text. */
    public static Utf8 of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Utf8(null, bytes, 0, bytes.length);
    }

    /** This view, placed at an entry of its dictionary. */
    public Utf8 at(int code) {
        start = dictionary.start(code);
        end = dictionary.end(code);
        return this;
    }

    /** The bytes that hold the text, between {@link #start} and {@link #end}; not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    public int start() {
        return start;
    }

    /** Exclusive. */
    public int end() {
        return end;
    }

    /** Bytes. */
    public int length() {
        return end - start;
    }

    /** True if all characters are of ASCII. */
    public boolean isAscii() {
        return CodePoints.isAscii(bytes, start, end);
    }

    /** Negative, zero or positive as this text stands before, beside or after the other by code points. */
    public int compareTo(Utf8 other) {
        return Arrays.compareUnsigned(bytes, start, end, other.bytes, other.start, other.end);
    }

    /** The text, decoded. */
    @Override
    public String toString() {
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }
}
