package io.quarry.functions.sigma;

import java.util.List;

/** What a rule wrote for a field: a dynamic array of texts. */
final class RuleTexts {
    private RuleTexts() {}

    static List<String> of(Object array) {
        if (array instanceof List<?> list) {
            return list.stream().map(String.class::cast).toList();
        }
        throw new IllegalStateException("not an array of texts: " + array);
    }
}
