package io.quarry.telemetry.view;

import io.quarry.data.TableName;
import java.util.Set;

/** The views that ship: which tables of which platforms telemetry fills, and which of their columns. */
public final class Views {
    private Views() {}

    /** The tables that some view fills. */
    public static Set<TableName> tables() {
        return Set.of();
    }

    /** The columns that some kind of event can fill; empty for a table without a view. An open table names only what every event has. */
    public static Set<String> columns(TableName table) {
        return Set.of();
    }

    /** True if some kind of event can fill the column; always true for an open table, such as Sigma's. */
    public static boolean fills(TableName table, String column) {
        return columns(table).contains(column);
    }
}
