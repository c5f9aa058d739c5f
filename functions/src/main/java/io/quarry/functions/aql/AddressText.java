package io.quarry.functions.aql;

import io.quarry.plan.FunctionException;

/** An address that a query writes, made ready for comparing. Immutable. */
public final class AddressText {
    private final Address address;

    private AddressText(Address address) {
        this.address = address;
    }

    /** @throws FunctionException if the text is no address */
    public static AddressText of(String text) {
        return new AddressText(
                Address.parse(text).orElseThrow(() -> new FunctionException("'" + text + "' is no address")));
    }

    boolean isIn(String text) {
        return Address.parse(text).filter(address::equals).isPresent();
    }
}
