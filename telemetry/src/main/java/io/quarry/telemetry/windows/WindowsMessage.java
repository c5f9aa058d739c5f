package io.quarry.telemetry.windows;

import io.quarry.telemetry.Event;
import io.quarry.telemetry.EventField;
import io.quarry.telemetry.EventField.Section;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The message of an event: the text that Windows renders from the fields, in which collectors ship an event. Which labels a
 * message has is known for the events that {@code messages.txt} lists; of the others each {@code Name:} behind two blanks, a
 * tab or a line end is taken for the label of a field.
 */
public final class WindowsMessage {
    /** What {@link #render} calls a field without a name. */
    private static final String UNNAMED = "Data";

    private static final Pattern ANY_LABEL =
            Pattern.compile("(?:^|(?<=\\s\\s|[\\t\\r\\n]))(@?[\\p{L}_](?:[\\p{L}\\d_.()/-]| (?! )){0,60}):(?=\\s|$)");

    /** Characters between two fields: blanks, or the line end that Windows writes. */
    private static final int SEPARATOR = 2;

    private static final Pattern WIDE = Pattern.compile("(?:^|(?<=\\s\\s))(\\w+):(?=\\s|$)");
    private static final Pattern NARROW = Pattern.compile("(?:^|\\s)(\\w+):(?=\\s|$)");

    private WindowsMessage() {}

    /**
     * The fields of an event's sections as {@code Name: value} with two blanks between, which {@link #fields} takes apart
     * again.
     */
    public static String render(Event event) {
        StringBuilder out = new StringBuilder();
        for (EventField field : event.fields()) {
            if (field.section() != Section.OTHER) {
                out.append(out.length() == 0 ? "" : "  ");
                out.append(field.name().isEmpty() ? UNNAMED : field.name()).append(": ");
                out.append(field.value());
            }
        }
        return out.toString();
    }

    /**
     * The fields that a message tells.
     *
     * @param provider of the event; null if that is not known
     */
    public static List<EventField> fields(String provider, int eventId, String message) {
        Optional<MessageLabels> labels = MessageLabels.of(provider, eventId);
        if (labels.isEmpty()) {
            return anyFields(message);
        }
        return labels.get().areIn(message)
                ? inOrder(labels.get(), message)
                : byName(labels.get().fields(), message);
    }

    /** Labels in the order of the list; one that is missing is passed over. */
    private static List<EventField> inOrder(MessageLabels labels, String message) {
        List<EventField> fields = new ArrayList<>();
        Matcher found = labels.in(message);
        int open = -1;
        int valueStart = 0;
        while (found.find()) {
            int label = labels.indexOf(found.group(1), open + 1);
            if (label >= 0) {
                add(fields, labels, open, message.substring(valueStart, found.start()));
                open = label;
                valueStart = found.end();
            }
        }
        add(fields, labels, open, message.substring(valueStart));
        return fields;
    }

    /** Labels that are the fields' names, each once, in the order of the message. */
    private static List<EventField> byName(Set<String> names, String message) {
        Set<String> known = new HashSet<>(names);
        boolean isWide = isWide(known, message);
        Matcher label = (isWide ? WIDE : NARROW).matcher(message);
        List<EventField> fields = new ArrayList<>();
        String open = null;
        int valueStart = 0;
        while (label.find()) {
            if (known.remove(label.group(1))) {
                int valueEnd = isWide ? Math.max(valueStart, label.start(1) - SEPARATOR) : label.start();
                addNamed(fields, open, value(message, valueStart, valueEnd));
                open = label.group(1);
                valueStart = label.end();
            }
        }
        addNamed(fields, open, value(message, valueStart, message.length()));
        return fields;
    }

    /** What stands behind a label and the blank that belongs to it. */
    private static String value(String message, int start, int end) {
        boolean hasBlank = start < end && message.charAt(start) == ' ';
        return message.substring(hasBlank ? start + 1 : start, end);
    }

    /** True if more than one blank parts the fields, as most collectors leave it. */
    private static boolean isWide(Set<String> known, String message) {
        Matcher label = WIDE.matcher(message);
        int found = 0;
        while (label.find()) {
            found += known.contains(label.group(1)) ? 1 : 0;
        }
        return found > 1;
    }

    private static List<EventField> anyFields(String message) {
        List<EventField> fields = new ArrayList<>();
        Matcher label = ANY_LABEL.matcher(message);
        String open = null;
        int valueStart = 0;
        while (label.find()) {
            addNamed(fields, open, message.substring(valueStart, label.start()).strip());
            open = label.group(1).equals(UNNAMED) ? "" : label.group(1);
            valueStart = label.end();
        }
        addNamed(fields, open, message.substring(valueStart).strip());
        return fields;
    }

    private static void add(List<EventField> fields, MessageLabels labels, int label, String value) {
        if (label >= 0 && labels.get(label).isField()) {
            addNamed(fields, labels.get(label).field(), value.strip());
        }
    }

    private static void addNamed(List<EventField> fields, String name, String value) {
        if (name != null) {
            fields.add(new EventField(Section.EVENT_DATA, name, value));
        }
    }
}
