package io.quarry.functions.order;

import java.util.UUID;

/** The order of guids by their text, where {@code UUID.compareTo} takes the halves as signed numbers. */
public final class GuidOrder {
    private GuidOrder() {}

    public static int compare(UUID left, UUID right) {
        int high = Long.compareUnsigned(left.getMostSignificantBits(), right.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(left.getLeastSignificantBits(), right.getLeastSignificantBits());
    }
}
