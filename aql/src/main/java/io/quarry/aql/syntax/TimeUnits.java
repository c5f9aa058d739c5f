package io.quarry.aql.syntax;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The units of spans of time: seconds, minutes, hours and days. */
final class TimeUnits {
    private static final Pattern AMOUNT =
            Pattern.compile("-?([0-9]{1,6})(?:\\.([0-9]{1,3}))?\\s*([A-Za-z]+)(?i:\\s+ago)?");

    private TimeUnits() {}

    /** Milliseconds of one unit, singular or plural in any letter case; empty for another word. */
    static Optional<Long> ofUnit(String word) {
        String singular = word.toUpperCase(Locale.ROOT);
        singular = singular.endsWith("S") ? singular.substring(0, singular.length() - 1) : singular;
        return switch (singular) {
            case "SECOND" -> Optional.of(1_000L);
            case "MINUTE" -> Optional.of(60_000L);
            case "HOUR" -> Optional.of(3_600_000L);
            case "DAY" -> Optional.of(86_400_000L);
            default -> Optional.empty();
        };
    }

    /** The span that a number and a unit of another language say, as AQL has it: {@code 24 HOURS} of 24 and h. */
    static Optional<String> meant(String amount, String unit) {
        if (!amount.matches("[0-9]{1,6}")) {
            return Optional.empty();
        }
        long number = Long.parseLong(amount);
        return switch (unit.toUpperCase(Locale.ROOT)) {
            case "S", "SEC", "SECS" -> Optional.of(number + " SECONDS");
            case "MIN", "MINS" -> Optional.of(number + " MINUTES");
            case "H", "HR", "HRS" -> Optional.of(number + " HOURS");
            case "D" -> Optional.of(number + " DAYS");
            case "W", "WEEK", "WEEKS" -> Optional.of(7 * number + " DAYS");
            case "MON", "MONTH", "MONTHS" -> Optional.of(30 * number + " DAYS");
            case "Y", "YEAR", "YEARS" -> Optional.of(365 * number + " DAYS");
            default -> Optional.empty();
        };
    }

    /** True for a unit whose length differs from one to the next. */
    static boolean isVague(String unit) {
        return unit.toUpperCase(Locale.ROOT).matches("MON|MONTHS?|Y|YEARS?");
    }

    /** True for a unit of any language. */
    static boolean isUnit(String word) {
        return ofUnit(word).isPresent() || meant("1", word).isPresent();
    }

    /** Milliseconds of a text like {@code 5 MINUTES}; empty if it is none, or longer than a century. */
    static Optional<Long> millis(String text) {
        String[] parts = text.strip().split("\\s+", 3);
        if (parts.length < 2 || parts[0].length() > 10 || !parts[0].chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        return ofUnit(parts[1])
                .map(unit -> unit * Long.parseLong(parts[0]))
                .filter(millis -> millis <= 3_200_000_000_000L);
    }

    /**
     * Milliseconds of a span in the words of any language: {@code 24h}, {@code -7d}, {@code 1.5 hours}, {@code 5 minutes
     * ago}. Empty if it is none, or less than a second.
     */
    static OptionalLong ofAmount(String text) {
        Matcher matcher = AMOUNT.matcher(text.strip());
        if (!matcher.matches() || isVague(matcher.group(3))) {
            return OptionalLong.empty();
        }
        String unit = matcher.group(3);
        Optional<Long> one = ofUnit(unit).or(() -> meant("1", unit).flatMap(TimeUnits::millis));
        String fraction = matcher.group(2) == null ? "0" : matcher.group(2);
        double amount = Double.parseDouble(matcher.group(1) + "." + fraction);
        return one.map(length -> Math.round(length * amount))
                .filter(millis -> millis > 0 && millis % 1_000 == 0)
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    /** A span in the words of any language as AQL writes it, in the same unit where that is one of AQL's. */
    static Optional<String> written(String text) {
        OptionalLong millis = ofAmount(text);
        Matcher parts = AMOUNT.matcher(text.strip());
        if (millis.isEmpty() || !parts.matches()) {
            return Optional.empty();
        }
        String amount = parts.group(1);
        String unit = parts.group(3);
        Optional<String> same =
                ofUnit(unit).isPresent() ? Optional.of(amount + " " + plural(unit)) : meant(amount, unit);
        return parts.group(2) == null ? same : Optional.of(shown(millis.getAsLong()));
    }

    /** A unit in capitals, for any number of it. */
    static String plural(String unit) {
        String capitals = unit.toUpperCase(Locale.ROOT);
        return capitals.endsWith("S") ? capitals : capitals + "S";
    }

    /** A span of time in the largest unit of which it is a multiple; one of milliseconds is cut. */
    static String shown(long millis) {
        for (String unit : List.of("DAYS", "HOURS", "MINUTES")) {
            long length = ofUnit(unit).orElseThrow();
            if (millis % length == 0) {
                return millis / length + " " + unit;
            }
        }
        return millis / 1_000 + " SECONDS";
    }
}
