package io.quarry.functions.aql;

import io.quarry.plan.FunctionException;
import java.text.ParsePosition;
import java.text.SimpleDateFormat;
import java.util.Date;
import java.util.Locale;
import java.util.TimeZone;
import java.util.regex.Pattern;

/** A pattern of {@code DATEFORMAT}: Java's {@code SimpleDateFormat}, English, with the week rules of the US, in UTC. */
public final class DatePattern {
    private static final Pattern QUOTED = Pattern.compile("'[^']*'");

    private final SimpleDateFormat format;

    private DatePattern(SimpleDateFormat format) {
        this.format = format;
    }

    /** @throws FunctionException if the text is no such pattern */
    public static DatePattern of(String pattern) {
        try {
            SimpleDateFormat format = new SimpleDateFormat(pattern, Locale.US);
            format.setTimeZone(TimeZone.getTimeZone("UTC"));
            return new DatePattern(format);
        } catch (IllegalArgumentException e) {
            throw new FunctionException("no date pattern: " + e.getMessage());
        }
    }

    /** True for a pattern without any letter that stands for a part of a date: it gives the same text for all times. */
    public static boolean hasNoDate(String pattern) {
        return QUOTED.matcher(pattern).replaceAll("").chars().noneMatch(Character::isLetter);
    }

    /** A {@code SimpleDateFormat} keeps state, hence a copy for each call. */
    String format(long millis) {
        return ((SimpleDateFormat) format.clone()).format(new Date(millis));
    }

    /** Null where the text does not follow the pattern to its end. */
    Long parse(String text) {
        ParsePosition position = new ParsePosition(0);
        Date date = ((SimpleDateFormat) format.clone()).parse(text, position);
        return date == null || position.getIndex() < text.length() ? null : (Long) date.getTime();
    }
}
