package io.quarry.telemetry.syslog;

import java.util.ArrayList;
import java.util.List;

/**
 * The header of LEEF and CEF: fields with a pipe behind each, in which a backslash stands before a pipe or backslash that
 * belongs to the field.
 *
 * @param end behind the last pipe
 */
record PipedHeader(List<String> fields, int end) {
    /**
     * So many fields.
     *
     * @param from behind the notation's name and colon
     */
    static PipedHeader of(String notation, String text, int from, int count) throws MalformedContent {
        List<String> fields = new ArrayList<>();
        int at = from;
        while (fields.size() < count) {
            StringBuilder field = new StringBuilder();
            while (at < text.length() && text.charAt(at) != '|') {
                boolean isEscape = text.charAt(at) == '\\'
                        && at + 1 < text.length()
                        && (text.charAt(at + 1) == '|' || text.charAt(at + 1) == '\\');
                field.append(text.charAt(isEscape ? at + 1 : at));
                at += isEscape ? 2 : 1;
            }
            if (at == text.length()) {
                throw new MalformedContent("the header of " + notation + " has " + (fields.size() + 1)
                        + " fields, expected " + count + " with a pipe behind each");
            }
            fields.add(field.toString().strip());
            at++;
        }
        return new PipedHeader(fields, at);
    }
}
