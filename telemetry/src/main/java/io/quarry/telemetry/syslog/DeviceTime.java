package io.quarry.telemetry.syslog;

import io.quarry.data.Ticks;
import io.quarry.telemetry.EventHeader;
import io.quarry.telemetry.syslog.SyslogTime.YearKnown;
import io.quarry.telemetry.windows.HeaderNames;
import io.quarry.telemetry.windows.HeaderValues;
import java.text.ParsePosition;
import java.text.SimpleDateFormat;
import java.util.Date;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TimeZone;

/**
 * The time that a device gives among its attributes: LEEF's {@code devTime}, in the pattern of {@code devTimeFormat} where
 * there is one, and CEF's {@code rt}; else that of a Windows event. UTC where it names no zone. Not safe for threads.
 */
final class DeviceTime {
    /** Devices have few patterns; more than these are a sign of damage, and are not all kept. */
    private static final int MOST_PATTERNS = 100;

    /** A leap year, so that February 29 is known to be one. */
    private static final String YEAR = "2000 ";

    private final Map<String, Optional<SimpleDateFormat>> patterns = new HashMap<>();

    /** The time in ticks; {@link EventHeader#NO_TIME} if there is none, or none that can be read. */
    long of(Map<String, String> attributes, long written) {
        String text = attributes.containsKey("devTime") ? attributes.get("devTime") : attributes.get("rt");
        if (text == null) {
            return HeaderValues.firstTime(
                    HeaderNames.TIMES.stream().map(attributes::get).toArray(String[]::new));
        }
        String pattern = attributes.get("devTimeFormat");
        if (pattern != null) {
            long time = byPattern(text.strip(), pattern.strip(), written);
            if (time != EventHeader.NO_TIME) {
                return time;
            }
        }
        long time = HeaderValues.time(text.strip());
        return time != EventHeader.NO_TIME
                ? time
                : SyslogTime.at(text.strip(), 0)
                        .map(stamp -> stamp.resolved(EventHeader.NO_TIME, written))
                        .orElse(EventHeader.NO_TIME);
    }

    private long byPattern(String text, String pattern, long written) {
        if (patterns.size() > MOST_PATTERNS) {
            patterns.clear();
        }
        YearKnown year = names(pattern, "yY") ? YearKnown.YES : YearKnown.NO;
        String dated = year == YearKnown.YES ? text : YEAR + text;
        Optional<SimpleDateFormat> format = patterns.computeIfAbsent(pattern, DeviceTime::format);
        Date date =
                format.map(known -> known.parse(dated, new ParsePosition(0))).orElse(null);
        OptionalLong ticks = date == null ? OptionalLong.empty() : Ticks.ofForeign(date.toInstant());
        return ticks.isEmpty()
                ? EventHeader.NO_TIME
                : new SyslogTime(ticks.getAsLong(), year, text.length()).resolved(EventHeader.NO_TIME, written);
    }

    /** Empty for what is no pattern, or names no day. */
    private static Optional<SimpleDateFormat> format(String pattern) {
        if (!names(pattern, "dD")) {
            return Optional.empty();
        }
        try {
            String dated = names(pattern, "yY") ? pattern : "yyyy " + pattern;
            SimpleDateFormat format = new SimpleDateFormat(dated, Locale.ENGLISH);
            format.setTimeZone(TimeZone.getTimeZone("UTC"));
            return Optional.of(format);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** True if a pattern has one of these letters outside of quotes. */
    private static boolean names(String pattern, String letters) {
        return pattern.replaceAll("'[^']*'", "").matches(".*[" + letters + "].*");
    }
}
