package io.quarry.aql.catalog;

import io.quarry.data.Type;
import java.util.Locale;

/** What QRadar takes a value for. Addresses are no texts: what may be done with them differs. */
public enum AqlType {
    STRING(Type.STRING),
    LONG(Type.LONG),
    DOUBLE(Type.REAL),
    BOOLEAN(Type.BOOL),
    /** An address of version 4 or 6, held as text. */
    IP(Type.STRING),
    /** A hardware address, held as text. */
    MAC(Type.STRING),
    PORT(Type.LONG),
    /** Raw bytes, held as the text that they are in UTF-8. */
    BYTES(Type.STRING),
    /** Milliseconds since 1970 UTC. */
    TIME(Type.LONG),
    /** A list of numbers. */
    LIST(Type.DYNAMIC),
    /** {@code NULL}, which fits every type. */
    NULL(Type.STRING);

    private final Type type;

    AqlType(Type type) {
        this.type = type;
    }

    /** The type of the engine that holds it. */
    public Type engine() {
        return type;
    }

    /** True for what arithmetic takes. */
    public boolean isNumber() {
        return this == LONG || this == DOUBLE || this == PORT || this == TIME;
    }

    /** The word for it in messages. */
    public String label() {
        return switch (this) {
            case IP -> "address";
            case MAC -> "hardware address";
            case BYTES -> "byte[]";
            case STRING, LONG, DOUBLE, BOOLEAN, PORT, TIME, LIST, NULL -> name().toLowerCase(Locale.ROOT);
        };
    }

    /** The word for it with its article. */
    public String labelWithArticle() {
        return switch (this) {
            case IP -> "an " + label();
            case STRING, LONG, DOUBLE, BOOLEAN, MAC, PORT, BYTES, TIME, LIST, NULL -> "a " + label();
        };
    }

    /** How a type of the engine appears in AQL where nothing more is known. */
    public static AqlType of(Type type) {
        return switch (type) {
            case BOOL -> BOOLEAN;
            case INT, LONG, DATETIME, TIMESPAN -> LONG;
            case REAL, DECIMAL -> DOUBLE;
            case STRING, GUID -> STRING;
            case DYNAMIC -> LIST;
        };
    }
}
