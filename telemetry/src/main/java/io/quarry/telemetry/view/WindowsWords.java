package io.quarry.telemetry.view;

import java.util.Locale;

/** Windows' numbers for things that the platforms have words for, and the other way round. */
final class WindowsWords {
    private WindowsWords() {}

    /** Sysmon's word as it is; the word for the SID of a Security event; null for a SID without one. */
    static String integrityLevel(String level) {
        if (!level.startsWith("S-1-16-")) {
            return level;
        }
        return switch (level) {
            case "S-1-16-4096" -> "Low";
            case "S-1-16-8192" -> "Medium";
            case "S-1-16-12288" -> "High";
            case "S-1-16-16384" -> "System";
            default -> null;
        };
    }

    static String tokenElevation(String type) {
        return switch (type) {
            case "%%1936" -> "TokenElevationTypeDefault";
            case "%%1937" -> "TokenElevationTypeFull";
            case "%%1938" -> "TokenElevationTypeLimited";
            default -> null;
        };
    }

    /** {@code Tcp} and {@code Udp}; another protocol as it is. */
    static String protocolName(String protocol) {
        return switch (protocol.toLowerCase(Locale.ROOT)) {
            case "tcp" -> "Tcp";
            case "udp" -> "Udp";
            default -> protocol;
        };
    }

    /** The number that IANA gave the protocol; null for one that Sysmon does not name. */
    static Long protocolNumber(String protocol) {
        return switch (protocol.toLowerCase(Locale.ROOT)) {
            case "tcp" -> 6L;
            case "udp" -> 17L;
            default -> null;
        };
    }

    /** Defender's word for a logon type; null for a number without one. */
    static String logonType(String type) {
        return switch (type) {
            case "0" -> "System";
            case "2" -> "Interactive";
            case "3" -> "Network";
            case "4" -> "Batch";
            case "5" -> "Service";
            case "7" -> "Unlock";
            case "8" -> "NetworkCleartext";
            case "9" -> "NewCredentials";
            case "10" -> "RemoteInteractive";
            case "11" -> "CachedInteractive";
            default -> null;
        };
    }

    /** {@code 3 - Network}; null for a number without a word. */
    static String numberedLogonType(String type) {
        String word = logonType(type);
        return word == null ? null : type + " - " + word;
    }

    /** The code of a DNS response: of Windows' errors 9001 to 9099 what is above 9000, another number as it is. */
    static Long dnsCode(String status) {
        Long code = FieldText.number(status);
        return code != null && code > 9000 && code < 9100 ? Long.valueOf(code - 9000) : code;
    }

    /** The name of an event's level; null for a number that Windows does not define. */
    static String levelName(String level) {
        return switch (level) {
            case "0" -> "LogAlways";
            case "1" -> "Critical";
            case "2" -> "Error";
            case "3" -> "Warning";
            case "4" -> "Information";
            case "5" -> "Verbose";
            default -> null;
        };
    }

    /** Our word for the status of a failed logon; null for a status without one. */
    static String failureReason(String status) {
        return switch (status.toLowerCase(Locale.ROOT)) {
            case "0xc000006a" -> "InvalidUserNameOrPassword";
            case "0xc0000064" -> "UnknownUser";
            case "0xc0000234" -> "AccountLocked";
            default -> null;
        };
    }

    /** The address as it is written; null if it is none, or the host's own loopback. */
    static String remoteAddress(String address) {
        return IpAddress.parse(address)
                .filter(parsed -> !parsed.unmapped().kind().equals("Loopback"))
                .map(parsed -> address)
                .orElse(null);
    }
}
