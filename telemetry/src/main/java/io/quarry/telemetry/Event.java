package io.quarry.telemetry;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One record of telemetry: where it stands, its header, its fields in source order, and the syslog message that carried it
 * where one did. Immutable.
 */
public record Event(
        EventLocation location, EventHeader header, List<EventField> fields, Optional<SyslogMessage> syslog) {
    public Event {
        Objects.requireNonNull(location, "location");
        Objects.requireNonNull(header, "header");
        Objects.requireNonNull(syslog, "syslog");
        fields = List.copyOf(fields);
    }

    /** An event that no syslog message carried. */
    public Event(EventLocation location, EventHeader header, List<EventField> fields) {
        this(location, header, fields, Optional.empty());
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

    /** True unless a message of another device carried it. */
    public boolean isOfWindows() {
        return syslog.map(message -> message.device().content() == SyslogMessage.Content.WINDOWS)
                .orElse(true);
    }

    /** This event as the content of a message. */
    public Event carriedBy(SyslogMessage message) {
        return new Event(location, header, fields, Optional.of(message));
    }
}
