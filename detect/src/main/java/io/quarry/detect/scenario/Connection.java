package io.quarry.detect.scenario;

import java.util.Objects;

/**
 * The far end of an outgoing connection.
 *
 * @param address an IPv4 or IPv6 address, without brackets
 * @param hostName what a reverse look-up of the address says; empty if nothing
 */
public record Connection(String address, int port, String hostName) {
    public Connection {
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(hostName, "hostName");
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("no port: " + port);
        }
    }

    /** The connection to {@code address:port} or {@code [address]:port}. */
    static Connection of(String text, String hostName) {
        int colon = text.lastIndexOf(':');
        boolean brackets = text.startsWith("[");
        if (colon < 1 || brackets != (text.charAt(colon - 1) == ']')) {
            throw new IllegalArgumentException("no address with a port: " + text);
        }
        String address = brackets ? text.substring(1, colon - 1) : text.substring(0, colon);
        return new Connection(address, Integer.parseInt(text.substring(colon + 1)), hostName);
    }

    boolean isIpv6() {
        return address.indexOf(':') >= 0;
    }

    /** The service name that Windows has for the port; {@code -} if it has none. */
    String portName() {
        return switch (port) {
            case 53 -> "domain";
            case 80 -> "http";
            case 88 -> "kerberos";
            case 389 -> "ldap";
            case 443 -> "https";
            case 445 -> "microsoft-ds";
            default -> "-";
        };
    }
}
