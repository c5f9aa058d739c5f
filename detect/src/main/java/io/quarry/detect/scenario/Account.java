package io.quarry.detect.scenario;

import java.util.Locale;
import java.util.Objects;

/** An account under which processes run. */
public record Account(String domain, String name) {
    public static final Account SYSTEM = new Account("NT AUTHORITY", "SYSTEM");

    public Account {
        Objects.requireNonNull(domain, "domain");
        Objects.requireNonNull(name, "name");
    }

    /**
     * The account of {@code DOMAIN\name}.
     *
     * @throws IllegalArgumentException if the text has not both parts
     */
    public static Account of(String text) {
        int separator = text.indexOf('\\');
        if (separator < 1 || separator == text.length() - 1) {
            throw new IllegalArgumentException("no account: " + text);
        }
        return new Account(text.substring(0, separator), text.substring(separator + 1));
    }

    /** {@code DOMAIN\name}. */
    public String fullName() {
        return domain + '\\' + name;
    }

    boolean isSystem() {
        return equals(SYSTEM);
    }

    String sid() {
        if (isSystem()) {
            return "S-1-5-18";
        }
        Seed realm = Seed.of("domain " + domain.toLowerCase(Locale.ROOT));
        return "S-1-5-21-" + realm.with(1).between(1_000_000_000L, 4_000_000_000L) + "-"
                + realm.with(2).between(1_000_000_000L, 4_000_000_000L) + "-"
                + realm.with(3).between(1_000_000_000L, 4_000_000_000L) + "-"
                + realm.with(name.toLowerCase(Locale.ROOT)).between(1_100, 9_000);
    }

    /** The id of the account's logon session on a host. */
    long logonId(String host) {
        return isSystem() ? 0x3e7 : Seed.of("logon " + fullName()).with(host).between(0x30000, 0xfffff);
    }
}
