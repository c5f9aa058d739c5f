package io.quarry.aql.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Columns, to be found by name. Immutable. */
public final class AqlColumns {
    private final List<AqlColumn> all;
    private final Map<String, AqlColumn> exact = new HashMap<>();
    private final Map<String, AqlColumn> folded = new HashMap<>();

    public AqlColumns(List<AqlColumn> columns) {
        this.all = List.copyOf(columns);
        for (AqlColumn column : columns) {
            exact.putIfAbsent(column.name(), column);
            folded.putIfAbsent(fold(column.name()), column);
        }
    }

    public List<AqlColumn> all() {
        return all;
    }

    /**
     * The column of a bare name, in any letter case; built-in columns before custom properties: {@code DestinationIP} is
     * {@code destinationip}.
     */
    public Optional<AqlColumn> bare(String column) {
        return Optional.ofNullable(folded.get(fold(column)));
    }

    /**
     * The column of a name in double quotes: that of exactly this spelling, else in any letter case. {@code
     * "DestinationIp"} is the custom property, {@code "destinationip"} the built-in column.
     */
    public Optional<AqlColumn> quoted(String column) {
        AqlColumn found = exact.get(column);
        return found != null ? Optional.of(found) : bare(column);
    }

    AqlColumns plus(List<AqlColumn> more) {
        List<AqlColumn> columns = new ArrayList<>(all);
        columns.addAll(more);
        return new AqlColumns(columns);
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
