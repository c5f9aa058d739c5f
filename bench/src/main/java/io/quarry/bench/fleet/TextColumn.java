package io.quarry.bench.fleet;

import io.quarry.data.Dictionary;
import io.quarry.data.DictionaryBuilder;
import io.quarry.data.TextVector;
import java.util.ArrayList;
import java.util.List;

/** A text column in the making: segments of codes, over one dictionary for the table or one for each segment. */
final class TextColumn {
    /** Columns of more distinct values than this get a dictionary for each segment. */
    private static final int MOST_SHARED = 1 << 14;

    private final List<int[]> segments = new ArrayList<>();
    private final List<Dictionary> dictionaries = new ArrayList<>();
    private DictionaryBuilder builder = new DictionaryBuilder();
    private int[] codes;
    private int rows;

    void start(int segmentRows) {
        codes = new int[segmentRows];
        rows = 0;
    }

    void add(String text) {
        codes[rows++] = builder.add(text);
    }

    void end() {
        segments.add(codes);
        if (builder.size() > MOST_SHARED) {
            Dictionary full = builder.build();
            while (dictionaries.size() < segments.size()) {
                dictionaries.add(full);
            }
            builder = new DictionaryBuilder();
        }
    }

    /** A vector for each segment; of no use for more rows afterwards. */
    List<TextVector> vectors() {
        Dictionary last = builder.build();
        List<TextVector> vectors = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            int[] segment = segments.get(i);
            vectors.add(TextVector.of(i < dictionaries.size() ? dictionaries.get(i) : last, segment, segment.length));
        }
        return vectors;
    }
}
