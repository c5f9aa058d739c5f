package io.quarry.sigma;

import java.util.Locale;
import java.util.Optional;

/** What may follow a field's name, each after a bar. */
enum Modifier {
    CONTAINS(Role.PLACE),
    STARTSWITH(Role.PLACE),
    ENDSWITH(Role.PLACE),
    CASED(Role.CASE),
    WINDASH(Role.TEXT),
    WIDE(Role.BYTES),
    UTF16LE(Role.BYTES),
    UTF16BE(Role.BYTES),
    UTF16(Role.BYTES),
    BASE64(Role.ENCODING),
    BASE64OFFSET(Role.ENCODING),
    RE(Role.COMPARISON),
    CIDR(Role.COMPARISON),
    FIELDREF(Role.COMPARISON),
    EXISTS(Role.COMPARISON),
    LT(Role.COMPARISON),
    LTE(Role.COMPARISON),
    GT(Role.COMPARISON),
    GTE(Role.COMPARISON),
    I(Role.REGEX_FLAG),
    M(Role.REGEX_FLAG),
    S(Role.REGEX_FLAG),
    ALL(Role.LIST),
    NEQ(Role.LIST),
    EXPAND(Role.PLACEHOLDER),
    MINUTE(Role.COMPARISON),
    HOUR(Role.COMPARISON),
    DAY(Role.COMPARISON),
    WEEK(Role.COMPARISON),
    MONTH(Role.COMPARISON),
    YEAR(Role.COMPARISON);

    /** What a modifier works on; decides which modifiers go together. */
    enum Role {
        PLACE,
        CASE,
        TEXT,
        BYTES,
        ENCODING,
        /** Replaces the comparison as text. */
        COMPARISON,
        REGEX_FLAG,
        /** Works on the results of a list's values. */
        LIST,
        PLACEHOLDER
    }

    private final Role role;

    Modifier(Role role) {
        this.role = role;
    }

    Role role() {
        return role;
    }

    /** The name as rules write it; also that of the comparison's function. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Modifier> ofLabel(String label) {
        for (Modifier modifier : values()) {
            if (modifier.label().equals(label)) {
                return Optional.of(modifier);
            }
        }
        return Optional.empty();
    }
}
