package io.quarry.telemetry.view;

import io.quarry.telemetry.Event;
import io.quarry.telemetry.EventField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What Azure Monitor's agents write of an event's data. Every method answers null for an event without such data. */
final class EventText {
    private static final String NAMESPACE = "http://schemas.microsoft.com/win/2004/08/events/event";

    private EventText() {}

    /** {@code EventData} as XML, its fields in the order of the event; null too for an event that holds {@code UserData}. */
    static String dataXml(Event event) {
        StringBuilder out = new StringBuilder("<EventData xmlns=\"" + NAMESPACE + "\">");
        int empty = out.length();
        for (EventField field : event.fields()) {
            if (field.section() == EventField.Section.EVENT_DATA) {
                out.append("<Data");
                if (!field.name().isEmpty()) {
                    escape(out.append(" Name=\""), field.name()).append('"');
                }
                escape(out.append('>'), field.value()).append("</Data>");
            }
        }
        return out.length() == empty ? null : out.append("</EventData>").toString();
    }

    /** {@link #dataXml} in the item that the Log Analytics agent puts around it, without its own id. */
    static String dataItem(Event event) {
        String data = dataXml(event);
        String time = HeaderFields.named("TimeCreated_SystemTime").orElseThrow().apply(event.header());
        return data == null
                ? null
                : "<DataItem type=\"System.XmlData\"" + (time == null ? "" : " time=\"" + time + "\"") + ">" + data
                        + "</DataItem>";
    }

    /** The values of {@code EventData} without their names, each as a {@code Param}. */
    static String parameters(Event event) {
        StringBuilder out = new StringBuilder();
        for (EventField field : event.fields()) {
            if (field.section() == EventField.Section.EVENT_DATA) {
                escape(out.append("<Param>"), field.value()).append("</Param>");
            }
        }
        return out.isEmpty() ? null : out.toString();
    }

    /** The fields by name; those without a name under {@code Data}, and of a name that repeats a list. */
    static Map<String, Object> bag(Event event) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (EventField field : event.fields()) {
            if (field.section() != EventField.Section.OTHER) {
                values.computeIfAbsent(field.name().isEmpty() ? "Data" : field.name(), absent -> new ArrayList<>(1))
                        .add(field.value());
            }
        }
        Map<String, Object> bag = new LinkedHashMap<>();
        values.forEach((name, of) -> bag.put(name, of.size() == 1 ? of.get(0) : of));
        return bag.isEmpty() ? null : bag;
    }

    /** Appends the text; what XML 1.0 cannot hold is left out. */
    private static StringBuilder escape(StringBuilder out, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                default -> {
                    if (c >= ' ' && c < '\uFFFE' || c == '\t' || c == '\n' || c == '\r') {
                        out.append(c);
                    }
                }
            }
        }
        return out;
    }
}
