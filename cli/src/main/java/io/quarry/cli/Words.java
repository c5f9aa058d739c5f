package io.quarry.cli;

import io.quarry.plan.Suggestions;
import java.util.Collection;
import java.util.Locale;

/** Words of messages. */
final class Words {
    private Words() {}

    /** {@code 1 file}, {@code 2,000 files}, {@code 3 queries}. */
    static String count(long number, String noun) {
        String plural = noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? noun : plural);
    }

    /** {@code  (did you mean 'x'?)} for the name nearest to one that does not exist, or nothing. */
    static String near(String name, Collection<String> names) {
        return Suggestions.near(name, names).stream()
                .findFirst()
                .map(near -> " (did you mean '" + near + "'?)")
                .orElse("");
    }
}
