package io.quarry.data;

import java.util.Locale;
import java.util.Optional;

/**
 * The scalar types of the engine. Each names the Java class of its boxed value, as {@link Vector#value} returns it.
 *
 * <p>Points and spans of time are counted in ticks of 100 ns, the resolution of Kusto and of Windows: a {@link #DATETIME}
 * is ticks since 0001-01-01T00:00:00Z, a {@link #TIMESPAN} a signed number of ticks.
 *
 * <p>Every type can be null. A language whose text is never null (KQL) sees to that in its plans.
 */
public enum Type {
    BOOL(Boolean.class),
    /** 32-bit integer; held as {@code long} within the range of {@code int}. */
    INT(Long.class),
    LONG(Long.class),
    REAL(Double.class),
    DECIMAL(java.math.BigDecimal.class),
    STRING(String.class),
    DATETIME(Long.class),
    TIMESPAN(Long.class),
    GUID(java.util.UUID.class),
    /** A JSON-like tree, see {@link Dynamic}. */
    DYNAMIC(Object.class);

    private final Class<?> boxed;

    Type(Class<?> boxed) {
        this.boxed = boxed;
    }

    /** The class of a boxed value of this type. */
    public Class<?> boxed() {
        return boxed;
    }

    /** True for the types whose vectors are {@link LongVector}s. */
    public boolean isLongBacked() {
        return this == INT || this == LONG || this == DATETIME || this == TIMESPAN;
    }

    /** True for int, long, real and decimal. */
    public boolean isNumeric() {
        return this == INT || this == LONG || this == REAL || this == DECIMAL;
    }

    /** The name as KQL and the schema catalogues write it: {@code long}, {@code datetime}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type of that {@link #label}; empty if there is none. */
    public static Optional<Type> ofLabel(String label) {
        for (Type type : values()) {
            if (type.label().equals(label)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
