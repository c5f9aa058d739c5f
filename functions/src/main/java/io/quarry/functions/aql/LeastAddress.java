package io.quarry.functions.aql;

import io.quarry.processor.Aggregate;

/** {@code MIN(x)} of addresses. */
@Aggregate(
        aql = "MIN ADDRESS",
        doc = "The least address, version 4 before version 6; of none, null. What is no address is left out.",
        source = "AQL data aggregation functions")
final class LeastAddress {
    private String least;
    private String key;

    void add(String address) {
        String candidate = Address.parse(address).map(Address::sortKey).orElse(null);
        if (candidate != null && (key == null || candidate.compareTo(key) < 0)) {
            least = address;
            key = candidate;
        }
    }

    void merge(LeastAddress later) {
        if (later.least != null) {
            add(later.least);
        }
    }

    String result() {
        return least;
    }
}
