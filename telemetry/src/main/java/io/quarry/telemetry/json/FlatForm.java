package io.quarry.telemetry.json;

import io.quarry.telemetry.EventField.Section;
import io.quarry.telemetry.windows.EventBuilder;
import io.quarry.telemetry.windows.HeaderNames;
import io.quarry.telemetry.windows.HeaderValues;

/**
 * Header and data side by side in one object, as converters of event logs and log collectors write them: an
 * {@code EventID}, a channel or provider, and the data under its own names ({@link HeaderNames}).
 */
final class FlatForm implements EventForm {
    @Override
    public boolean fits(JsonObject object) {
        return object.get("EventID") instanceof String
                && object.names().stream().anyMatch(HeaderNames::tellsLog);
    }

    @Override
    public void fill(JsonObject object, EventBuilder builder) {
        builder.time(HeaderValues.firstTime(
                HeaderNames.TIMES.stream().map(object::text).toArray(String[]::new)));
        for (int i = 0; i < object.size(); i++) {
            String name = object.name(i);
            if (HeaderNames.set(builder, name, object.value(i))) {
                continue;
            }
            if (name.equals("Message")) {
                Leaves.addPresent(builder, Section.OTHER, name, object.value(i));
            } else if (!HeaderNames.isAboutShipping(name)) {
                Leaves.addPresent(builder, Section.EVENT_DATA, name, object.value(i));
            }
        }
    }
}
