package io.quarry.telemetry;

import java.util.Objects;

/**
 * One value of an event outside its header, in the order of the event.
 *
 * @param name the {@code Name} attribute of {@code Data}, the element name of a leaf of {@code UserData}, or {@code @} and the
 *     name of an attribute there; empty where the event gives none. Names may repeat.
 * @param value empty where the element is there and empty; an absent element has no field at all
 */
public record EventField(Section section, String name, String value) {
    public EventField {
        Objects.requireNonNull(section, "section");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
    }

    /** The part of the event that a field stands in. */
    public enum Section {
        EVENT_DATA,
        USER_DATA,
        /** {@code RenderingInfo}, {@code ProcessingErrorData} and others. */
        OTHER
    }
}
