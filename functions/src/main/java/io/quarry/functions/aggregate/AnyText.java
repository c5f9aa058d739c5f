package io.quarry.functions.aggregate;

import io.quarry.data.ValueSize;
import io.quarry.functions.GrowingState;
import io.quarry.processor.Aggregate;

/** One text of a group: the first. */
@Aggregate(
        kql = {"take_any", "any"},
        doc = "The first text; of none, the empty text.",
        source = "Kusto Query Language reference, take_any()")
final class AnyText implements GrowingState {
    private String text;

    void add(String candidate) {
        if (text == null) {
            text = candidate;
        }
    }

    void merge(AnyText later) {
        add(later.text);
    }

    String result() {
        return text == null ? "" : text;
    }

    @Override
    public long bytes() {
        return ValueSize.of(text);
    }
}
