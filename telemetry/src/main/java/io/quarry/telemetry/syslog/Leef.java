package io.quarry.telemetry.syslog;

import io.quarry.telemetry.SyslogMessage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Log Event Extended Format, versions 1.0 and 2.0.
 *
 * <p>Attributes are parted by tabs, in 2.0 by the character that the sixth field of the header names, as it is or as its
 * number in hex; where that field is left out, by tabs too. A part without a key goes on with the value before it. No
 * character of a value is escaped.
 *
 * <p>Source: IBM, LEEF event components.
 */
final class Leef {
    private static final int HEADER_FIELDS = 5;
    private static final Pattern DELIMITER = Pattern.compile("(?:0?x([0-9A-Fa-f]{1,4})|(\\W)|)\\|");

    private static final Pattern KEY = Pattern.compile("\\s*([\\p{L}\\d_.@$-]+)\\s*=");

    private Leef() {}

    /** @param from where {@code LEEF:} stands */
    static DeviceEvent parse(String text, int from) throws MalformedContent {
        PipedHeader header = PipedHeader.of("LEEF", text, from + "LEEF:".length(), HEADER_FIELDS);
        String version = header.fields().get(0);
        int start = header.end();
        char delimiter = '\t';
        if (version.startsWith("2")) {
            Matcher named = DELIMITER.matcher(text).region(start, text.length());
            if (named.lookingAt()) {
                delimiter = delimiter(named);
                start = named.end();
            } else {
                refuseDelimiter(text, start);
            }
        } else if (!version.startsWith("1")) {
            throw new MalformedContent("LEEF of version '" + version + "', expected 1.0 or 2.0");
        }
        return new DeviceEvent(
                SyslogMessage.Content.LEEF,
                header.fields().get(1),
                header.fields().get(2),
                header.fields().get(4),
                attributes(text.substring(start), delimiter));
    }

    /** A field of the header is told from the first attribute by having no equals sign. */
    private static void refuseDelimiter(String text, int start) throws MalformedContent {
        int pipe = text.indexOf('|', start);
        String named = pipe < 0 ? "" : text.substring(start, pipe);
        if (!named.isEmpty() && named.indexOf('=') < 0) {
            throw new MalformedContent("'" + named
                    + "' where LEEF 2.0 names the character between attributes, as it is or as its number like x5E");
        }
    }

    private static char delimiter(Matcher named) {
        if (named.group(1) != null) {
            return (char) Integer.parseInt(named.group(1), 16);
        }
        return named.group(2) == null ? '\t' : named.group(2).charAt(0);
    }

    private static Map<String, String> attributes(String text, char delimiter) {
        Map<String, String> attributes = new LinkedHashMap<>();
        String name = null;
        StringBuilder value = new StringBuilder();
        int at = 0;
        while (at <= text.length()) {
            int end = text.indexOf(delimiter, at);
            String part = text.substring(at, end < 0 ? text.length() : end);
            Matcher key = KEY.matcher(part);
            if (key.lookingAt()) {
                put(attributes, name, value);
                name = key.group(1);
                value = new StringBuilder(part.substring(key.end()));
            } else if (name != null && !part.isEmpty()) {
                value.append(delimiter).append(part);
            }
            at = end < 0 ? text.length() + 1 : end + 1;
        }
        put(attributes, name, value);
        return attributes;
    }

    private static void put(Map<String, String> attributes, String name, StringBuilder value) {
        if (name != null) {
            attributes.putIfAbsent(name, value.toString());
        }
    }
}
