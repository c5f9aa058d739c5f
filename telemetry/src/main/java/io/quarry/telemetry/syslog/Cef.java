package io.quarry.telemetry.syslog;

import io.quarry.telemetry.SyslogMessage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Common Event Format. Values of the extension go on to the next {@code name=}; a backslash stands before {@code =} and
 * backslash in them, and {@code \n} and {@code \r} are line ends. The name and severity in the header are the attributes
 * {@code name} and {@code severity} where the extension has none of these.
 *
 * <p>Source: Implementing ArcSight Common Event Format, version 25, "Header information" and "Character encoding".
 */
final class Cef {
    private static final int HEADER_FIELDS = 7;
    private static final Pattern NAME = Pattern.compile("(?:^|(?<=\\s))([A-Za-z0-9_.\\[\\]-]+)=");

    private Cef() {}

    /** @param from where {@code CEF:} stands */
    static DeviceEvent parse(String text, int from) throws MalformedContent {
        PipedHeader header = PipedHeader.of("CEF", text, from + "CEF:".length(), HEADER_FIELDS);
        Map<String, String> attributes = extension(text.substring(header.end()));
        attributes.putIfAbsent("name", header.fields().get(5));
        attributes.putIfAbsent("severity", header.fields().get(6));
        return new DeviceEvent(
                SyslogMessage.Content.CEF,
                header.fields().get(1),
                header.fields().get(2),
                header.fields().get(4),
                attributes);
    }

    private static Map<String, String> extension(String text) {
        Map<String, String> attributes = new LinkedHashMap<>();
        Matcher name = NAME.matcher(text);
        String open = null;
        int valueStart = 0;
        while (name.find()) {
            if (open != null) {
                attributes.putIfAbsent(open, unescaped(text.substring(valueStart, name.start())));
            }
            open = name.group(1);
            valueStart = name.end();
        }
        if (open != null) {
            attributes.putIfAbsent(open, unescaped(text.substring(valueStart)));
        }
        return attributes;
    }

    private static String unescaped(String value) {
        String text = value.strip();
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i) == '\\' && i + 1 < text.length() ? text.charAt(i + 1) : 0;
            switch (next) {
                case '=', '\\', '|' -> out.append(next);
                case 'n' -> out.append('\n');
                case 'r' -> out.append('\r');
                default -> out.append(text.charAt(i));
            }
            i += "=\\|nr".indexOf(next) >= 0 && next != 0 ? 1 : 0;
        }
        return out.toString();
    }
}
