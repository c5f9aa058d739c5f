package io.quarry.kql.syntax;

import io.quarry.data.Type;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names of the scalar types, aliases included. */
final class TypeNames {
    private static final Map<String, Type> TYPES = Map.ofEntries(
            Map.entry("bool", Type.BOOL),
            Map.entry("boolean", Type.BOOL),
            Map.entry("int", Type.INT),
            Map.entry("int32", Type.INT),
            Map.entry("long", Type.LONG),
            Map.entry("int64", Type.LONG),
            Map.entry("real", Type.REAL),
            Map.entry("double", Type.REAL),
            Map.entry("decimal", Type.DECIMAL),
            Map.entry("string", Type.STRING),
            Map.entry("datetime", Type.DATETIME),
            Map.entry("date", Type.DATETIME),
            Map.entry("timespan", Type.TIMESPAN),
            Map.entry("time", Type.TIMESPAN),
            Map.entry("guid", Type.GUID),
            Map.entry("uuid", Type.GUID),
            Map.entry("uniqueid", Type.GUID),
            Map.entry("dynamic", Type.DYNAMIC));

    /** Names of types that begin no literal: texts and dynamic values are written otherwise, the others are names of columns only. */
    private static final Set<String> WITHOUT_LITERALS = Set.of("string", "dynamic", "boolean", "uuid", "uniqueid");

    private TypeNames() {}

    static Optional<Type> type(String name) {
        return Optional.ofNullable(TYPES.get(name));
    }

    /** The type whose literals are written {@code name(...)} with raw content, or null. */
    static Type literalType(String name) {
        return WITHOUT_LITERALS.contains(name) ? null : TYPES.get(name);
    }
}
