package io.quarry.telemetry.json;

import io.quarry.telemetry.EventField.Section;
import io.quarry.telemetry.windows.EventBuilder;
import java.util.List;

/** Values inside nested objects as fields: under the names next to them, the elements of a list as repeated fields. */
final class Leaves {
    private Leaves() {}

    /** Adds a value; null adds nothing. */
    static void addPresent(EventBuilder builder, Section section, String name, Object value) {
        if (value instanceof String text) {
            builder.field(section, name, text);
        } else if (value instanceof List<?> list) {
            list.forEach(item -> addPresent(builder, section, name, item));
        } else if (value instanceof JsonObject object) {
            for (int i = 0; i < object.size(); i++) {
                addPresent(builder, section, object.name(i), object.value(i));
            }
        }
    }
}
