package io.quarry.telemetry.json;

import io.quarry.telemetry.windows.EventBuilder;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;

/** Windows events out of JSON texts, in any of the forms that {@link JsonFormat} reads. */
public final class JsonEvents {
    private JsonEvents() {}

    /** What a text was found to hold. */
    public enum Found {
        EVENT,
        /** An object, but no Windows event in a known form. */
        OTHER_OBJECT,
        NO_JSON
    }

    /** Puts the event that the text holds into the builder; nothing if it holds none. */
    public static Found fill(String text, EventBuilder builder) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        JsonObject object;
        try {
            object = JsonTree.parse(utf8, utf8.length);
        } catch (JacksonException e) {
            return Found.NO_JSON;
        }
        for (EventForm form : EventForm.ALL) {
            if (form.fits(object)) {
                form.fill(object, builder);
                return Found.EVENT;
            }
        }
        return Found.OTHER_OBJECT;
    }
}
