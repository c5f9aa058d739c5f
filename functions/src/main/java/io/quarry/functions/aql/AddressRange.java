package io.quarry.functions.aql;

import io.quarry.plan.FunctionException;
import java.util.Optional;

/** A range of addresses in CIDR notation, {@code 10.0.0.0/8}; a bare address is a range of one. Immutable. */
public final class AddressRange {
    private final Address network;
    private final int bits;

    /** How many leading bits the addresses of the range share. */
    public int bits() {
        return bits;
    }

    private AddressRange(Address network, int bits) {
        this.network = network;
        this.bits = bits;
    }

    /** @throws FunctionException if the text is no range */
    public static AddressRange of(String text) {
        int slash = text.indexOf('/');
        Optional<Address> network = Address.parse(slash < 0 ? text : text.substring(0, slash));
        String length = slash < 0 ? "" : text.substring(slash + 1);
        if (network.isEmpty() || slash >= 0 && !length.matches("[0-9]{1,3}")) {
            throw new FunctionException("'" + text + "' is no range of addresses");
        }
        int bits = slash < 0 ? network.get().bits() : Integer.parseInt(length);
        if (bits > network.get().bits()) {
            throw new FunctionException("'" + text + "' has a longer prefix than its address");
        }
        return new AddressRange(network.get(), bits);
    }

    /** True if the address is of the same version and lies in the range. */
    public boolean contains(Address address) {
        return address.startsLike(network, bits);
    }
}
