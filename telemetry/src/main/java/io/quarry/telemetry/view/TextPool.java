package io.quarry.telemetry.view;

import io.quarry.data.Dictionary;
import io.quarry.data.DictionaryBuilder;
import java.util.Arrays;

/** The distinct texts of a column, over as many segments as it has room for. Not safe for threads. */
final class TextPool {
    /** Past that many bytes a new segment gets a new pool: a block of bytes cannot hold 2 GiB. */
    private static final long ROOM = 64L << 20;

    /** Past that many bytes even the running segment has to end. */
    private static final long LIMIT = 512L << 20;

    private DictionaryBuilder builder = new DictionaryBuilder();
    private Dictionary dictionary;
    private long bytes;
    private TextPool copied;
    private int[] copiedCodes = new int[0];

    int add(String text) {
        int before = builder.size();
        int code = builder.add(text);
        if (code == before) {
            bytes += text.length();
        }
        return code;
    }

    /** The code of a text that another, finished pool holds. Cheap for texts that were copied before. */
    int add(TextPool source, int sourceCode) {
        if (copied != source) {
            copied = source;
            copiedCodes = new int[source.dictionary().size()];
            Arrays.fill(copiedCodes, -1);
        }
        if (copiedCodes[sourceCode] < 0) {
            copiedCodes[sourceCode] = add(source.dictionary().text(sourceCode));
        }
        return copiedCodes[sourceCode];
    }

    boolean hasRoom() {
        return bytes < ROOM;
    }

    boolean isFull() {
        return bytes >= LIMIT;
    }

    /** All texts; nothing can be added after the first call. */
    Dictionary dictionary() {
        if (dictionary == null) {
            dictionary = builder.build();
            builder = null;
            copied = null;
            copiedCodes = null;
        }
        return dictionary;
    }
}
