package io.quarry.functions.text;

import io.quarry.functions.json.DynamicText;
import io.quarry.processor.Scalar;
import java.util.List;

/** Which of several texts occurs in another. */
final class TermPositions {
    private TermPositions() {}

    @Scalar(
            kql = "has_any_index",
            doc = "Index of the first text of a list that is a term of the text, in any letter case; -1 if none is.",
            example = {
                "has_any_index('this is an example', dynamic(['that','is'])) -> 1",
                "has_any_index('this is an example', dynamic([])) -> -1"
            },
            source = "Kusto Query Language reference, has_any_index()")
    static long hasAnyIndex(Utf8 text, Object list) {
        List<?> needles = list instanceof List<?> elements ? elements : List.of(list);
        for (int i = 0; i < needles.size(); i++) {
            Object needle = needles.get(i);
            if (needle != null && CaselessNeedle.of(DynamicText.of(needle)).isTermIn(text)) {
                return i;
            }
        }
        return -1;
    }
}
