package io.quarry.cli;

import java.util.Locale;

/** Numbers with their nouns. */
final class Words {
    private Words() {}

    /** {@code 1 file}, {@code 2,000 files}, {@code 3 queries}. */
    static String count(long number, String noun) {
        String plural = noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? noun : plural);
    }
}
