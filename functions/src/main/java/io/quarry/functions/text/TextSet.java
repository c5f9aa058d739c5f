package io.quarry.functions.text;

import io.quarry.functions.json.DynamicText;
import java.util.Collection;

/** A set of texts in which letter case counts. Immutable, safe for threads. */
public final class TextSet {
    private final TextTable table;

    private TextSet(Collection<String> texts) {
        table = new TextTable(texts);
    }

    /** The texts of a dynamic array; of a single value, that value. */
    public static TextSet of(Object list) {
        return new TextSet(DynamicText.elements(list));
    }

    /** The number of different texts. */
    public int size() {
        return table.size();
    }

    public boolean contains(Utf8 text) {
        return table.contains(text.bytes(), text.start(), text.end());
    }
}
