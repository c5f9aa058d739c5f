package io.quarry.telemetry.view;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.quarry.data.Ticks;
import io.quarry.data.Type;
import io.quarry.telemetry.Event;
import io.quarry.telemetry.EventHeader;
import io.quarry.telemetry.windows.HeaderValues;
import java.util.Objects;
import java.util.Set;

/**
 * A property of QRadar's events that somebody defines: what it is called, what its values are, and where they stand. A
 * property may have several definitions; the first that gives a value counts.
 *
 * @param logSourceTypes the types of log sources, by number, whose events have it; empty for all
 */
public record CustomProperty(String name, Kind kind, Set<Long> logSourceTypes, Source source) {
    public CustomProperty {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(source, "source");
        logSourceTypes = Set.copyOf(logSourceTypes);
    }

    /** What the values are. A text that says nothing of the kind gives none. */
    public enum Kind {
        TEXT(Type.STRING),
        /** A number, held as a real one. */
        NUMBER(Type.REAL),
        /** An address of version 4 or 6, in its usual spelling. */
        IP(Type.STRING),
        /** From 0 to 65535. */
        PORT(Type.LONG),
        /** Milliseconds since 1970 UTC, from that number, from seconds or from ISO 8601. */
        TIME(Type.LONG);

        private final Type type;

        Kind(Type type) {
            this.type = type;
        }

        Object of(Object value) {
            String text = value.toString().strip();
            return switch (this) {
                case TEXT -> value.toString();
                case NUMBER -> Conversion.to(type, text);
                case IP -> IpAddress.parse(text).map(IpAddress::toString).orElse(null);
                case PORT -> port(text);
                case TIME -> time(text);
            };
        }

        private static Long port(String text) {
            Long number = FieldText.number(text);
            return number == null || number > 0xffff ? null : number;
        }

        private static Long time(String text) {
            long time = HeaderValues.time(text);
            return time == EventHeader.NO_TIME ? null : (Long) Ticks.toUnixMillis(time);
        }
    }

    /** Where values stand. */
    public sealed interface Source {
        /** @throws IllegalArgumentException if what is written cannot be understood */
        EventExpression expression();
    }

    /**
     * In the payload.
     *
     * @param pattern that of RE2; its first match counts
     * @param group the group that holds the value; 0 for the whole match
     */
    public record Regex(String pattern, int group) implements Source {
        /** @throws IllegalArgumentException if the pattern cannot be understood, or has no such group */
        public Regex {
            int groups = Pattern.compile(pattern).groupCount();
            if (group < 0 || group > groups) {
                throw new IllegalArgumentException("group " + group + " of a pattern with " + groups);
            }
        }

        @Override
        public EventExpression expression() {
            Pattern compiled = Pattern.compile(pattern);
            return event -> {
                Matcher found = compiled.matcher(LogSource.payload(event));
                String value = found.find() ? found.group(group) : null;
                return value == null || value.isEmpty() ? null : value;
            };
        }
    }

    /** In fields of the event, as the views' language ({@code README.md} beside the views) names them. */
    public record Fields(String text) implements Source {
        /** @throws IllegalArgumentException if the text cannot be understood */
        public Fields {
            ExpressionParser.parse(text);
        }

        @Override
        public EventExpression expression() {
            return ExpressionParser.parse(text);
        }
    }

    /** What an event has of the property; null if it has none. */
    EventExpression expression() {
        EventExpression values = source.expression();
        return event -> {
            Object value = isOf(event) ? values.of(event) : null;
            return value == null ? null : kind.of(value);
        };
    }

    private boolean isOf(Event event) {
        return logSourceTypes.isEmpty() || logSourceTypes.contains(LogSource.typeId(event));
    }
}
