package io.quarry.kql.catalog;

import io.quarry.data.Schema;
import java.util.List;

/**
 * The content of a file that is a table.
 *
 * @param rows each with one boxed value, or null, a column
 */
public record SideTable(Schema schema, List<List<Object>> rows) {
    public SideTable {
        rows = List.copyOf(rows);
    }
}
