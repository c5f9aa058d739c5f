package io.quarry.telemetry.view;

import java.math.BigInteger;

/** Sysmon's spelling of registry paths and values, in Defender's, and in that of Sentinel's normalized events. */
final class RegistryPath {
    /** Heads as logged, longest first, and what Defender writes for them. */
    private static final String[][] HEADS = {
        {"\\REGISTRY\\MACHINE", "HKEY_LOCAL_MACHINE"},
        {"\\REGISTRY\\USER", "HKEY_CURRENT_USER"},
        {"HKLM", "HKEY_LOCAL_MACHINE"},
        {"HKCR", "HKEY_LOCAL_MACHINE\\SOFTWARE\\Classes"},
        {"HKU", "HKEY_CURRENT_USER"},
    };

    /** Heads as logged, and what the normalized schema writes for them. */
    private static final String[][] NORMALIZED_HEADS = {
        {"HKLM", "HKEY_LOCAL_MACHINE"},
        {"HKCR", "HKEY_LOCAL_MACHINE\\Classes"},
        {"HKU", "HKEY_USERS"},
    };

    private RegistryPath() {}

    /** The path with its head written out as Defender does; unchanged if the head is none that is abbreviated. */
    static String writtenOut(String path) {
        return writtenOut(path, HEADS);
    }

    /** The path with its head written out as the normalized schema has it. */
    static String normalized(String path) {
        return writtenOut(path, NORMALIZED_HEADS);
    }

    /** The key of a value's path, as {@link #normalized}. */
    static String normalizedKeyOfValue(String path) {
        int last = path.lastIndexOf('\\');
        return normalized(last < 0 ? path : path.substring(0, last));
    }

    /** The normalized schema's word for the type of the data that Sysmon's {@code Details} shows; null for a text. */
    static String kind(String details) {
        return switch (valueType(details)) {
            case "Dword" -> "Reg_DWord";
            case "Qword" -> "Reg_QWord";
            case "Binary" -> "Reg_Binary";
            default -> null;
        };
    }

    private static String writtenOut(String path, String[][] heads) {
        for (String[] head : heads) {
            int length = head[0].length();
            boolean whole = path.length() == length || path.length() > length && path.charAt(length) == '\\';
            if (whole && path.regionMatches(true, 0, head[0], 0, length)) {
                return head[1] + path.substring(length);
            }
        }
        return path;
    }

    /** The key of a value's path: all but the last part, written out. */
    static String keyOfValue(String path) {
        int last = path.lastIndexOf('\\');
        return writtenOut(last < 0 ? path : path.substring(0, last));
    }

    /** The name of a value: the last part of its path; empty for the default value. */
    static String valueName(String path) {
        String name = path.substring(path.lastIndexOf('\\') + 1);
        return name.equals("(Default)") ? "" : name;
    }

    /** Defender's word for the type of the data that Sysmon's {@code Details} shows. */
    static String valueType(String details) {
        if (details.startsWith("DWORD (0x")) {
            return "Dword";
        }
        if (details.startsWith("QWORD (0x")) {
            return "Qword";
        }
        return details.equals("Binary Data") ? "Binary" : "String";
    }

    /** The data that Sysmon's {@code Details} shows: numbers in decimal, nothing for binary data. */
    static String valueData(String details) {
        return switch (valueType(details)) {
            case "Dword", "Qword" -> number(details);
            case "Binary" -> "";
            default -> details;
        };
    }

    /** {@code DWORD (0x00000001)} or {@code QWORD (0x00000000-0x00000001)} in decimal; as it is if it is neither. */
    private static String number(String details) {
        int end = details.lastIndexOf(')');
        String hex = details.substring(9, Math.max(9, end)).replace("-0x", "");
        boolean readable = !hex.isEmpty() && hex.chars().allMatch(c -> c < 128 && Character.digit(c, 16) >= 0);
        return readable ? new BigInteger(hex, 16).toString() : details;
    }
}
