package io.quarry.aql.reference;

import java.util.OptionalLong;

/**
 * A node of the network hierarchy.
 *
 * @param range like {@code 10.0.0.0/8}, or one address
 * @param fullName the path from the root, its parts joined by dots
 * @param domain the number of its domain; without one it is in every domain
 */
public record Network(String range, String fullName, OptionalLong domain) {
    /** What an address in no local network is in. */
    public static final String OTHER = "other";

    /** The last part of the path. */
    public String name() {
        return fullName.substring(fullName.lastIndexOf('.') + 1);
    }
}
