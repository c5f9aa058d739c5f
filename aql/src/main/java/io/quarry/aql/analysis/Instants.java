package io.quarry.aql.analysis;

import io.quarry.aql.catalog.AqlType;
import io.quarry.data.Type;
import io.quarry.plan.Expr;
import io.quarry.plan.Origin;
import io.quarry.plan.Parameters;
import io.quarry.plan.Span;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Points in time as queries write them: dates, and words such as {@code 2 days ago}. */
final class Instants {
    private static final Pattern DATE = Pattern.compile("([0-9]{4})[-/: ]([0-9]{1,2})[-/: ]([0-9]{1,2})[- ]+"
            + "([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:\\.([0-9]{1,3}))?)?\\s*[zZ]?");
    private static final Pattern AGO = Pattern.compile("([0-9]{1,6})\\s+(second|minute|hour|day|week)s?\\s+ago");

    private Instants() {}

    /**
     * A date that a query writes, read as UTC.
     *
     * @param hasSeconds true if seconds are written, which decides how it is rounded as the end of a span
     */
    record Written(long millis, boolean hasSeconds) {}

    static Optional<Written> date(String text) {
        Matcher matcher = DATE.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            String seconds = matcher.group(6);
            String fraction = matcher.group(7);
            LocalDateTime time = LocalDateTime.of(
                    number(matcher.group(1)),
                    number(matcher.group(2)),
                    number(matcher.group(3)),
                    number(matcher.group(4)),
                    number(matcher.group(5)),
                    seconds == null ? 0 : number(seconds));
            long millis = fraction == null ? 0 : number((fraction + "00").substring(0, 3));
            return Optional.of(new Written(time.toInstant(ZoneOffset.UTC).toEpochMilli() + millis, seconds != null));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** What to write in the place of a text that is no date. */
    static String hint(String text) {
        if (date(text + " 00:00").isPresent()) {
            return "write '" + text + " 00:00' for the beginning of the day, '" + text + " 23:59:59' for its end";
        }
        String parted = text.strip().replace('T', ' ').replaceFirst("\\+00:?00$", "Z");
        return date(parted).isPresent()
                ? "write '" + parted + "'"
                : "write 'yyyy-MM-dd HH:mm' or 'yyyy-MM-dd HH:mm:ss'";
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    /** What {@code PARSEDATETIME} makes of a text. */
    static Optional<Typed> parse(String text, QueryScope scope) {
        String words = text.strip().toLowerCase(Locale.ROOT);
        Origin origin = scope.origin(new Span(0, 0));
        Expr now = Operators.call("NOW", origin, Parameters.NOW);
        if (words.equals("now")) {
            return Optional.of(Typed.of(now, AqlType.TIME));
        }
        Matcher ago = AGO.matcher(words);
        if (ago.matches()) {
            Expr back = new Expr.Literal(Type.LONG, Long.parseLong(ago.group(1)) * millis(ago.group(2)));
            return Optional.of(Typed.of(Operators.call("-", origin, now, back), AqlType.TIME));
        }
        return date(text).map(date -> Typed.of(new Expr.Literal(Type.LONG, date.millis()), AqlType.TIME));
    }

    private static long millis(String unit) {
        return switch (unit) {
            case "second" -> 1_000L;
            case "minute" -> 60_000L;
            case "hour" -> 3_600_000L;
            case "day" -> 86_400_000L;
            case "week" -> 604_800_000L;
            default -> throw new IllegalArgumentException("no unit: " + unit);
        };
    }
}
