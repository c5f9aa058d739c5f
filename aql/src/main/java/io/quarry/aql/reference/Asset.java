package io.quarry.aql.reference;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What the asset model says of one asset from a time on. Of several that hold an address, the latest before the time asked
 * for counts.
 *
 * @param addresses of version 4 or 6
 * @param domain the number of its domain; without one it is in every domain
 * @param since milliseconds since 1970 from which this holds; without one it always did
 * @param properties by display name; {@link #HOST_NAME} and {@link #USER} are what ASSETHOSTNAME and ASSETUSER give
 * @param searches the saved asset searches that find it
 */
public record Asset(
        List<String> addresses,
        OptionalLong domain,
        OptionalLong since,
        Map<String, String> properties,
        Set<String> searches) {
    public static final String HOST_NAME = "hostname";
    public static final String USER = "username";

    public Asset {
        addresses = List.copyOf(addresses);
        properties = Map.copyOf(properties);
        searches = Set.copyOf(searches);
    }
}
