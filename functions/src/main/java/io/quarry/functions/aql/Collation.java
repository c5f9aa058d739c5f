package io.quarry.functions.aql;

import io.quarry.plan.FunctionException;
import java.text.Collator;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.Locale;

/** The order of texts in a language, as Java knows it. Immutable; safe for threads. */
public final class Collation {
    private final Collator collator;

    private Collation(Collator collator) {
        this.collator = collator;
    }

    /**
     * The order of a language.
     *
     * @param tag of BCP 47, {@code de-CH}
     * @throws FunctionException if it is no such tag, or Java has no order for it
     */
    public static Collation of(String tag) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag).build();
            boolean isKnown = Arrays.stream(Collator.getAvailableLocales())
                    .anyMatch(known -> known.getLanguage().equals(locale.getLanguage()));
            if (locale.getLanguage().isEmpty() || !isKnown) {
                throw new FunctionException("'" + tag + "' names no language whose order is known");
            }
            return new Collation(Collator.getInstance(locale));
        } catch (IllformedLocaleException e) {
            throw new FunctionException("'" + tag + "' is no language tag like 'de-CH'");
        }
    }

    /** A text whose order by code point is the order of the text in the language. A collator keeps state: hence a copy. */
    String sortKey(String text) {
        byte[] bytes = ((Collator) collator.clone()).getCollationKey(text).toByteArray();
        StringBuilder key = new StringBuilder(bytes.length);
        for (byte b : bytes) {
            key.append((char) (b & 0xFF));
        }
        return key.toString();
    }
}
