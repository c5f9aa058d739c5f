package io.quarry.functions.sigma;

import java.util.Optional;

/** An IPv4 or IPv6 network. Holds addresses of its own version only: an IPv4 address in an IPv6 one is an IPv6 address. */
public final class Network {
    private final byte[] address;
    private final int bits;

    private Network(byte[] address, int bits) {
        this.address = address;
        this.bits = bits;
    }

    /** {@code 10.0.0.0/8}, {@code fe80::/10}; a lone address is a network of one. Empty for any other text. */
    public static Optional<Network> parse(String text) {
        int slash = text.indexOf('/');
        byte[] address =
                IpAddress.parse(slash < 0 ? text : text.substring(0, slash)).orElse(null);
        if (address == null) {
            return Optional.empty();
        }
        int most = address.length * 8;
        if (slash < 0) {
            return Optional.of(new Network(address, most));
        }
        String length = text.substring(slash + 1);
        if (!length.matches("[0-9]{1,3}") || Integer.parseInt(length) > most) {
            return Optional.empty();
        }
        return Optional.of(new Network(address, Integer.parseInt(length)));
    }

    /** @param other 4 or 16 bytes */
    boolean holds(byte[] other) {
        if (other.length != address.length) {
            return false;
        }
        int whole = bits / 8;
        for (int i = 0; i < whole; i++) {
            if (other[i] != address[i]) {
                return false;
            }
        }
        int rest = bits % 8;
        return rest == 0 || (other[whole] & 0xFF) >>> (8 - rest) == (address[whole] & 0xFF) >>> (8 - rest);
    }
}
