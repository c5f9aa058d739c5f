package io.quarry.functions.net;

import io.quarry.functions.json.DynamicText;
import java.util.List;
import java.util.Objects;

/** Ranges of IPv4 addresses, prepared from an array of their texts; what is no address is left out. */
public final class Ipv4Ranges {
    private final List<Ipv4> ranges;

    private Ipv4Ranges(List<Ipv4> ranges) {
        this.ranges = ranges;
    }

    public static Ipv4Ranges of(Object texts) {
        return new Ipv4Ranges(DynamicText.elements(texts).stream()
                .map(Ipv4::read)
                .filter(Objects::nonNull)
                .toList());
    }

    /** Whether the address is in one of the ranges; null if the text is none. */
    Boolean anyHolds(String address) {
        Ipv4 ip = Ipv4.read(address);
        return ip == null ? null : Boolean.valueOf(ranges.stream().anyMatch(range -> range.holds(ip)));
    }
}
