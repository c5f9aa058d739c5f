package io.quarry.telemetry;

import java.util.List;
import java.util.Objects;

/** One record of telemetry: where it stands, its header, and its fields in source order. Immutable. */
public record Event(EventLocation location, EventHeader header, List<EventField> fields) {
    public Event {
        Objects.requireNonNull(location, "location");
        Objects.requireNonNull(header, "header");
        fields = List.copyOf(fields);
    }

    /** The value of the first {@code EventData} or {@code UserData} field of that exact name; null if there is none. */
    public String value(String name) {
        for (EventField field : fields) {
            if (field.section() != EventField.Section.OTHER && field.name().equals(name)) {
                return field.value();
            }
        }
        return null;
    }
}
