package io.quarry.kql.relation;

import io.quarry.data.Type;
import io.quarry.kql.type.NullTexts;
import java.util.Map;

/**
 * Columns that a Sentinel workspace has and the reference does not list: those of custom logs, and of tables that collect
 * the logs of many products. There is no telemetry for them, so they hold nothing.
 */
final class WorkspaceColumns {
    /** The type that the last two characters of a name tell. */
    private static final Map<String, Type> SUFFIXES =
            Map.of("_s", Type.STRING, "_d", Type.REAL, "_t", Type.DATETIME, "_b", Type.BOOL, "_g", Type.STRING);

    private WorkspaceColumns() {}

    /** The value of a column; of unknown type if its name tells none. */
    static Scalar value(String column) {
        String suffix = column.substring(Math.max(0, column.length() - 2));
        return SUFFIXES.containsKey(suffix) ? Scalar.of(NullTexts.missing(SUFFIXES.get(suffix))) : Scalar.UNKNOWN;
    }
}
