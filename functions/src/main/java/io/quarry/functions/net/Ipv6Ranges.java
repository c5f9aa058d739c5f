package io.quarry.functions.net;

import io.quarry.functions.json.DynamicText;
import java.util.List;
import java.util.Objects;

/** Ranges of IPv6 addresses, prepared from an array of their texts; what is no address is left out. */
public final class Ipv6Ranges {
    private final List<Ipv6> ranges;

    private Ipv6Ranges(List<Ipv6> ranges) {
        this.ranges = ranges;
    }

    public static Ipv6Ranges of(Object texts) {
        return new Ipv6Ranges(DynamicText.elements(texts).stream()
                .map(Ipv6::read)
                .filter(Objects::nonNull)
                .toList());
    }

    /** Whether the address is in one of the ranges; null if the text is none. */
    Boolean anyHolds(String address) {
        Ipv6 ip = Ipv6.read(address);
        return ip == null ? null : Boolean.valueOf(ranges.stream().anyMatch(range -> range.holds(ip)));
    }
}
