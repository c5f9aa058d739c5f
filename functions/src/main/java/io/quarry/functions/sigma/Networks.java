package io.quarry.functions.sigma;

import java.util.List;

/** Networks, prepared from a dynamic array of their texts. */
public final class Networks {
    private final List<Network> networks;

    private Networks(List<Network> networks) {
        this.networks = networks;
    }

    public static Networks of(Object texts) {
        return new Networks(RuleTexts.of(texts).stream()
                .map(text -> Network.parse(text).orElseThrow(() -> new IllegalStateException("no network: " + text)))
                .toList());
    }

    boolean anyHolds(String occurrence) {
        byte[] address = IpAddress.parse(occurrence).orElse(null);
        if (address == null) {
            return false;
        }
        for (Network network : networks) {
            if (network.holds(address)) {
                return true;
            }
        }
        return false;
    }
}
