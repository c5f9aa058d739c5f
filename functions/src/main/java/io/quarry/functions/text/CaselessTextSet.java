package io.quarry.functions.text;

import io.quarry.functions.json.DynamicText;
import java.nio.charset.StandardCharsets;
import java.util.Collection;

/** A set of texts in which letter case does not count, see {@link Folding}. Immutable, safe for threads. */
public final class CaselessTextSet {
    private final TextTable table;

    private CaselessTextSet(Collection<String> texts) {
        table = new TextTable(texts.stream().map(Folding::fold).toList());
    }

    /** The texts of a dynamic array; of a single value, that value. */
    public static CaselessTextSet of(Object list) {
        return new CaselessTextSet(DynamicText.elements(list));
    }

    public boolean contains(Utf8 text) {
        if (CodePoints.isAscii(text.bytes(), text.start(), text.end())) {
            return table.containsFoldedAscii(text.bytes(), text.start(), text.end());
        }
        byte[] folded = Folding.fold(text.toString()).getBytes(StandardCharsets.UTF_8);
        return table.contains(folded, 0, folded.length);
    }
}
