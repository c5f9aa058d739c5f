package io.quarry.telemetry.syslog;

import io.quarry.telemetry.SyslogMessage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What LEEF and CEF say alike.
 *
 * @param attributes by their names, in the order of the text; of a name that repeats, the first value
 */
record DeviceEvent(
        SyslogMessage.Content notation, String vendor, String product, String eventId, Map<String, String> attributes) {
    DeviceEvent {
        Objects.requireNonNull(notation, "notation");
        attributes = new LinkedHashMap<>(attributes);
    }

    SyslogMessage.Device device() {
        return new SyslogMessage.Device(notation, vendor, product, eventId);
    }
}
