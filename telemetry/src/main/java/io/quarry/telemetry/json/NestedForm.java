package io.quarry.telemetry.json;

import io.quarry.telemetry.EventField.Section;
import io.quarry.telemetry.windows.EventBuilder;
import io.quarry.telemetry.windows.HeaderValues;
import java.util.List;

/**
 * The event's XML turned into JSON: {@code {"Event": {"System": ..., "EventData": ...}}}, also without {@code Event}.
 * Attributes stand under {@code #attributes}, under their own names, under their names with {@code @} or {@code -} before, or
 * in an object of their own; text beside them under {@code #text} or {@code Value}.
 */
final class NestedForm implements EventForm {
    /** Ends the name of an object that holds the attributes of the element before it. */
    private static final String SEPARATE = "_attributes";

    private static final List<String> TEXT = List.of("#text", "Value", "text", "$", "_");

    @Override
    public boolean fits(JsonObject object) {
        return event(object).get("System") instanceof JsonObject;
    }

    @Override
    public void fill(JsonObject object, EventBuilder builder) {
        JsonObject event = event(object);
        for (int i = 0; i < event.size(); i++) {
            Object section = event.value(i);
            switch (event.name(i)) {
                case "System" -> system((JsonObject) section, builder);
                case "EventData" -> eventData(section, builder);
                case "UserData" -> leaves(Section.USER_DATA, "", section, builder);
                default -> {
                    if (section instanceof JsonObject && !isAttribute(event.name(i))) {
                        leaves(Section.OTHER, event.name(i), section, builder);
                    } else if (event.name(i).equals("Message") && section instanceof String text) {
                        builder.field(Section.OTHER, "Message", text);
                    }
                }
            }
        }
    }

    private static JsonObject event(JsonObject object) {
        return object.get("Event") instanceof JsonObject event ? event : object;
    }

    private static void system(JsonObject system, EventBuilder builder) {
        for (int i = 0; i < system.size(); i++) {
            String element = bare(system.name(i));
            Object value = system.value(i);
            if (value instanceof JsonObject attributes && element.endsWith(SEPARATE)) {
                attributes(element.substring(0, element.length() - SEPARATE.length()), attributes, builder);
            } else if (value instanceof JsonObject object) {
                attributes(element, object, builder);
                builder.system(element, text(object));
            } else {
                builder.system(element, element.equals("Keywords") ? HeaderValues.keywords(value) : scalar(value));
                attributeElement(element, scalar(value), builder);
            }
        }
    }

    /** An element whose only attribute some writers put in its place. */
    private static void attributeElement(String element, String text, EventBuilder builder) {
        switch (element) {
            case "TimeCreated" -> builder.time(HeaderValues.time(text));
            case "Provider" -> builder.system(element, "Name", text);
            case "Security" -> builder.system(element, "UserID", text);
            default -> {}
        }
    }

    private static void attributes(String element, JsonObject object, EventBuilder builder) {
        for (int i = 0; i < object.size(); i++) {
            if (object.name(i).equals("#attributes") && object.value(i) instanceof JsonObject nested) {
                attributes(element, nested, builder);
            } else if (element.equals("TimeCreated") && bare(object.name(i)).equals("SystemTime")) {
                builder.time(HeaderValues.time(scalar(object.value(i))));
            } else if (object.value(i) instanceof String text) {
                builder.system(element, bare(object.name(i)), text);
            }
        }
    }

    private static void eventData(Object section, EventBuilder builder) {
        if (section instanceof String text && !text.isBlank()) {
            builder.field(Section.EVENT_DATA, "", text);
        } else if (section instanceof JsonObject data) {
            for (int i = 0; i < data.size(); i++) {
                boolean isSeparate = data.name(i).endsWith(SEPARATE) && data.value(i) instanceof JsonObject;
                if (!isSeparate && !isAttribute(data.name(i))) {
                    data(data.name(i), data.value(i), builder);
                }
            }
        }
    }

    /** {@code Data} is an element, or a list of them; any other name is that of the value. */
    private static void data(String name, Object value, EventBuilder builder) {
        if (value instanceof List<?> list) {
            list.forEach(item -> data(name, item, builder));
        } else if (value instanceof JsonObject object) {
            String given = attribute(object, "Name");
            String fieldName = given != null ? given : name.equals("Data") ? "" : name;
            Object text = textValue(object);
            if (text instanceof List<?> list) {
                list.forEach(item -> builder.field(Section.EVENT_DATA, fieldName, orEmpty(scalar(item))));
            } else if (text != null || given != null) {
                builder.field(Section.EVENT_DATA, fieldName, orEmpty(scalar(text)));
            } else {
                leaves(Section.EVENT_DATA, name, object, builder);
            }
        } else {
            builder.field(Section.EVENT_DATA, name.equals("Data") ? "" : name, orEmpty(scalar(value)));
        }
    }

    private static void leaves(Section section, String name, Object value, EventBuilder builder) {
        if (value instanceof List<?> list) {
            list.forEach(item -> leaves(section, name, item, builder));
        } else if (value instanceof JsonObject object) {
            for (int i = 0; i < object.size(); i++) {
                leaf(section, name, object.name(i), object.value(i), builder);
            }
        } else if (!name.isEmpty()) {
            builder.field(section, name, orEmpty(scalar(value)));
        }
    }

    private static void leaf(Section section, String parent, String name, Object value, EventBuilder builder) {
        if ((name.equals("#attributes") || name.endsWith(SEPARATE)) && value instanceof JsonObject attributes) {
            for (int i = 0; i < attributes.size(); i++) {
                leaf(section, parent, "@" + attributes.name(i), attributes.value(i), builder);
            }
        } else if (name.startsWith("@xmlns") || name.startsWith("-xmlns") || name.equals("xmlns")) {
            return;
        } else if (name.equals("#text")) {
            leaves(section, parent, value, builder);
        } else {
            leaves(section, name.startsWith("-") ? "@" + name.substring(1) : name, value, builder);
        }
    }

    private static String attribute(JsonObject object, String name) {
        return HeaderValues.first(
                object.text("#attributes", name), object.text("@" + name), object.text("-" + name), object.text(name));
    }

    private static Object textValue(JsonObject object) {
        for (String name : TEXT) {
            Object value = object.get(name);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private static String text(JsonObject object) {
        return scalar(textValue(object));
    }

    private static String scalar(Object value) {
        return value instanceof String text ? text : null;
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    private static boolean isAttribute(String name) {
        return name.startsWith("#") || name.startsWith("@") || name.startsWith("-") || name.equals("xmlns");
    }

    private static String bare(String name) {
        return name.startsWith("@") || name.startsWith("-") ? name.substring(1) : name;
    }
}
