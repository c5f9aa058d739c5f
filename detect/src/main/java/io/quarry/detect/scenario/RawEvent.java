package io.quarry.detect.scenario;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * An event that is written as given.
 *
 * @param providerGuid empty where the provider has none
 * @param data the fields of {@code EventData} in their order
 */
public record RawEvent(String channel, String provider, String providerGuid, int eventId, Map<String, String> data) {
    public RawEvent {
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(providerGuid, "providerGuid");
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }
}
