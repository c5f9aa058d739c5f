package io.quarry.detect.scenario;

import io.quarry.telemetry.EventField;
import java.util.ArrayList;
import java.util.List;

/** The {@code EventData} of an event under construction. */
final class Fields {
    private final List<EventField> fields = new ArrayList<>();

    Fields with(String name, Object value) {
        fields.add(new EventField(EventField.Section.EVENT_DATA, name, String.valueOf(value)));
        return this;
    }

    List<EventField> list() {
        return List.copyOf(fields);
    }
}
