package io.quarry.functions.sigma;

import com.google.re2j.Pattern;
import io.quarry.functions.text.RegexSearch;
import io.quarry.functions.text.Utf8;
import java.util.List;

/**
 * Regular expressions, prepared from a dynamic array of their texts: searched for, letter case counts, linear time.
 * {@code \d}, {@code \w} and {@code \s} know ASCII only, as PCRE does by default.
 */
public final class Regexes {
    private final List<RegexSearch> searches;

    private Regexes(List<RegexSearch> searches) {
        this.searches = searches;
    }

    /** @throws com.google.re2j.PatternSyntaxException if one is none; rules were checked before */
    public static Regexes of(Object texts) {
        return new Regexes(RuleTexts.of(texts).stream()
                .map(text -> RegexSearch.of(Pattern.compile(text), RegexSearch.Extent.ANYWHERE))
                .toList());
    }

    /** True if one of the expressions has a match in one of the occurrences that the text holds. */
    boolean anyFinds(Utf8 text) {
        return Occurrences.areSeveral(text)
                ? Occurrences.any(text.toString(), occurrence -> anyFindsIn(Utf8.of(occurrence)))
                : anyFindsIn(text);
    }

    private boolean anyFindsIn(Utf8 occurrence) {
        for (RegexSearch search : searches) {
            if (search.isIn(occurrence)) {
                return true;
            }
        }
        return false;
    }
}
