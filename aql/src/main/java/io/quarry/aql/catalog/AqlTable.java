package io.quarry.aql.catalog;

import io.quarry.data.TableName;
import java.util.Objects;

/** A table that queries may name. */
public record AqlTable(TableName name, AqlColumns columns) {
    public AqlTable {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(columns, "columns");
    }
}
