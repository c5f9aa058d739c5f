package io.quarry.detect.hunt;

import io.quarry.data.Dynamic;
import io.quarry.data.HiddenColumns;
import io.quarry.data.Schema;
import io.quarry.data.Type;
import io.quarry.functions.sigma.Occurrences;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads result rows whose last column is the evidence. */
final class RowReader {
    private final Schema schema;
    private final Optional<String> branch;
    private final int branchColumn;

    /** @param branch the branch of all rows; else the column of that name says it, else there is none */
    RowReader(Schema schema, Optional<String> branch, Optional<String> branchColumn) {
        this.schema = schema;
        this.branch = branch;
        this.branchColumn = branchColumn.map(schema::indexOf).orElse(-1);
    }

    /**
     * The branches that a row belongs to; the empty name if there are none. A query that can label a row only once names
     * several with commas between them.
     */
    List<String> branches(Object[] row) {
        if (branch.isPresent()) {
            return List.of(branch.get());
        }
        String names = branchColumn < 0 || row[branchColumn] == null ? "" : row[branchColumn].toString();
        return Arrays.stream(names.split(",", -1)).map(String::strip).toList();
    }

    /** The row as a dynamic value, without the evidence and other columns that exist for the engine only. */
    Map<String, Object> row(Object[] row) {
        Map<String, Object> named = new LinkedHashMap<>();
        for (int i = 0; i < row.length - 1; i++) {
            if (!HiddenColumns.isHidden(schema.name(i))) {
                named.put(schema.name(i), dynamic(schema.type(i), row[i]));
            }
        }
        return named;
    }

    private static Object dynamic(Type type, Object value) {
        if (value == null) {
            return null;
        }
        return switch (type) {
            case DATETIME -> new Dynamic.DateTime((Long) value);
            case TIMESPAN -> new Dynamic.TimeSpan((Long) value);
            case STRING -> text((String) value);
            case BOOL, INT, LONG, REAL, DECIMAL, GUID, DYNAMIC -> value;
        };
    }

    /** A field that occurs several times, as Sigma's columns can hold it, is an array. */
    private static Object text(String value) {
        List<String> occurrences = Occurrences.of(value);
        return occurrences.size() == 1 ? value : occurrences;
    }
}
