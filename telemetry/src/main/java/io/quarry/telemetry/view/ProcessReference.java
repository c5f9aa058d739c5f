package io.quarry.telemetry.view;

import io.quarry.telemetry.Event;
import java.util.Locale;
import java.util.UUID;

/** How an event names a process. */
record ProcessReference(EventExpression guid, EventExpression pid, EventExpression image) {
    private static final UUID NONE = new UUID(0, 0);

    /** The process that the event names, as far as it does. */
    ProcessKey of(Event event) {
        String computer = event.header().computer();
        Object image = this.image.of(event);
        Object pid = this.pid.of(event);
        return new ProcessKey(
                computer == null ? "" : computer.toLowerCase(Locale.ROOT),
                guid(guid.of(event)),
                pid instanceof Long number ? number : ProcessKey.NO_PID,
                image == null ? "" : image.toString().toLowerCase(Locale.ROOT));
    }

    private static UUID guid(Object value) {
        if (value == null) {
            return NONE;
        }
        String text = value.toString();
        String bare = text.startsWith("{") && text.endsWith("}") ? text.substring(1, text.length() - 1) : text;
        try {
            return bare.length() == 36 ? UUID.fromString(bare) : NONE;
        } catch (IllegalArgumentException e) {
            return NONE;
        }
    }
}
