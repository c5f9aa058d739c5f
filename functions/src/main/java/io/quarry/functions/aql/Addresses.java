package io.quarry.functions.aql;

import io.quarry.processor.Scalar;
import java.util.Optional;

/** Functions of addresses, which are columns of text. */
final class Addresses {
    private static final String SOURCE = "AQL data retrieval functions";

    private Addresses() {}

    @Scalar(
            aql = "INCIDR",
            doc = "Whether the address, given second, lies in the range, given first.",
            example = {"INCIDR('172.16.0.0/12', '172.20.1.1') -> true", "INCIDR('10.1.2.3', '10.1.2.4') -> false"},
            source = SOURCE)
    static Boolean inRange(AddressRange range, String address) {
        Optional<Address> parsed = Address.parse(address);
        return parsed.isEmpty() ? null : (Boolean) range.contains(parsed.get());
    }

    @Scalar(aql = "ADDRESS =", doc = "Whether a column holds that address, however it is spelled.", source = SOURCE)
    static boolean same(String column, AddressText address) {
        return address.isIn(column);
    }

    @Scalar(
            aql = "ADDRESS ORDER",
            doc = "A text that sorts as the address does, version 4 before version 6.",
            source = SOURCE)
    static String order(String address) {
        return Address.parse(address).map(Address::sortKey).orElse(null);
    }

    @Scalar(
            aql = "ADDRESS LONG",
            doc = "A version 4 address as an unsigned integer: LONG of an address column; null for version 6.",
            source = SOURCE)
    static Long number(String address) {
        return Address.parse(address)
                .filter(Address::isVersion4)
                .map(Address::number)
                .orElse(null);
    }
}
