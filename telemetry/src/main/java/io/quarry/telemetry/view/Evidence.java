package io.quarry.telemetry.view;

import io.quarry.telemetry.EventLocation;
import java.util.Objects;

/**
 * What identifies a source event to a person: where it stands, what it is, and whom it concerns.
 *
 * @param eventId -1 where the event has none
 * @param channel null where the event has none
 * @param time the time that all platforms' tables show for the event, in ticks; {@link
 *     io.quarry.telemetry.EventHeader#NO_TIME} if it has none
 * @param computer as the event spells it; null where it has none
 * @param user {@code DOMAIN\name} of the acting or target account, as the event spells it; null where it names none
 * @param recordId {@code EventRecordID}; -1 where the event has none
 */
public record Evidence(
        EventLocation location, int eventId, String channel, long time, String computer, String user, long recordId) {
    public Evidence {
        Objects.requireNonNull(location, "location");
    }
}
