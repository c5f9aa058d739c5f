package io.quarry.functions.aql;

import io.quarry.processor.Aggregate;

/** {@code MAX(x)} of addresses. */
@Aggregate(
        aql = "MAX ADDRESS",
        doc = "The greatest address, version 4 before version 6; of none, null. What is no address is left out.",
        source = "AQL data aggregation functions")
final class GreatestAddress {
    private String greatest;
    private String key;

    void add(String address) {
        String candidate = Address.parse(address).map(Address::sortKey).orElse(null);
        if (candidate != null && (key == null || candidate.compareTo(key) > 0)) {
            greatest = address;
            key = candidate;
        }
    }

    void merge(GreatestAddress later) {
        if (later.greatest != null) {
            add(later.greatest);
        }
    }

    String result() {
        return greatest;
    }
}
