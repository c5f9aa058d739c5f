package io.quarry.telemetry.view;

import io.quarry.telemetry.Event;
import java.util.Locale;

/** Accounts as {@code DOMAIN\name}. */
final class Accounts {
    private static final String[][] SPLIT_FIELDS = {
        {"TargetDomainName", "TargetUserName"}, {"SubjectDomainName", "SubjectUserName"},
    };

    private Accounts() {}

    /** What stands before the first backslash, in lower case; null if there is none. */
    static String domain(String account) {
        int split = account.indexOf('\\');
        return split < 0 ? null : account.substring(0, split).toLowerCase(Locale.ROOT);
    }

    /** What stands behind the first backslash, in lower case; everything if there is none. */
    static String name(String account) {
        return withoutDomain(account).toLowerCase(Locale.ROOT);
    }

    /** What stands behind the first backslash, as it is spelled. */
    static String withoutDomain(String account) {
        return account.substring(account.indexOf('\\') + 1);
    }

    /** {@code Machine} for an account whose name ends with a dollar, else {@code User}. */
    static String type(String account) {
        return account.endsWith("$") ? "Machine" : "User";
    }

    /** The account of a SID that every Windows has; null for another SID. */
    static String wellKnown(String sid) {
        return switch (sid) {
            case "S-1-5-18" -> "NT AUTHORITY\\SYSTEM";
            case "S-1-5-19" -> "NT AUTHORITY\\LOCAL SERVICE";
            case "S-1-5-20" -> "NT AUTHORITY\\NETWORK SERVICE";
            default -> null;
        };
    }

    /** Whom the event is about: its user, or else the target account, or else the subject; null if it names nobody. */
    static String of(Event event) {
        for (String field : new String[] {"User", "SourceUser"}) {
            String user = given(event, field);
            if (user != null) {
                return user;
            }
        }
        for (String[] fields : SPLIT_FIELDS) {
            String name = given(event, fields[1]);
            if (name != null) {
                String domain = given(event, fields[0]);
                return domain == null ? name : domain + "\\" + name;
            }
        }
        return null;
    }

    private static String given(Event event, String field) {
        String value = event.value(field);
        return value == null ? null : FieldText.given(value);
    }
}
