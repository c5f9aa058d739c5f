package io.quarry.telemetry.view;

import io.quarry.data.HiddenColumns;
import io.quarry.data.Platform;
import io.quarry.data.TableName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The views that ship: which tables of which platforms telemetry fills, and which of their columns. A view's file is read
 * when it is first asked for. Safe for threads.
 */
public final class Views {
    private static final TableName SIGMA_EVENTS = new TableName(Platform.SIGMA, "events");

    private final Map<TableName, String> files;
    private final Map<String, View> views = new ConcurrentHashMap<>();
    private final ViewReader reader = new ViewReader("blocks.yml", resource("blocks.yml"));
    private final ProcessView processes = reader.processes("processes.yml", resource("processes.yml"));

    private Views(Map<TableName, String> files) {
        this.files = files;
    }

    /** The views beside this class; always the same object. */
    public static Views shipped() {
        return Shipped.VIEWS;
    }

    /** Read when it is first asked for. */
    private static final class Shipped {
        private static final Views VIEWS = read();
    }

    private static Views read() {
        Map<TableName, String> files = new LinkedHashMap<>();
        for (String line : resource("tables.txt").split("\n")) {
            String[] words = line.strip().split("\\s+");
            if (words.length == 3 && !line.startsWith("#")) {
                Platform platform = Platform.ofLabel(words[0])
                        .orElseThrow(() -> new IllegalArgumentException("tables.txt: no platform in '" + line + "'"));
                files.put(new TableName(platform, words[1]), words[2]);
            }
        }
        return new Views(files);
    }

    /** The tables that telemetry can fill. */
    public Set<TableName> tables() {
        Set<TableName> tables = new java.util.LinkedHashSet<>(files.keySet());
        tables.add(SIGMA_EVENTS);
        return tables;
    }

    /**
     * The columns of the table that some kind of event can fill, without hidden ones, in alphabetical order; none for a table
     * without a view. Of Sigma's events, which have every column that is asked for, those that all events have.
     */
    public Set<String> columns(TableName table) {
        if (table.equals(SIGMA_EVENTS)) {
            return new TreeSet<>(HeaderFields.names());
        }
        Set<String> columns = new TreeSet<>();
        view(table).ifPresent(view -> {
            boolean actors = view.rows().stream().anyMatch(row -> row.process().isPresent());
            view.rows().forEach(row -> columns.addAll(row.columns().keySet()));
            if (actors) {
                columns.addAll(processes.columns());
            }
        });
        columns.removeIf(HiddenColumns::isHidden);
        return columns;
    }

    /** True if some kind of event can fill the column; of Sigma's events always. */
    public boolean fills(TableName table, String column) {
        if (table.equals(SIGMA_EVENTS)) {
            return true;
        }
        return columns(table).stream()
                .anyMatch(name ->
                        table.platform() == Platform.QRADAR ? name.equalsIgnoreCase(column) : name.equals(column));
    }

    /** The view of the table; empty for a table that no telemetry fills, and for Sigma's events, which need none. */
    Optional<View> view(TableName table) {
        return Optional.ofNullable(files.get(table))
                .map(file -> views.computeIfAbsent(file, name -> reader.view(name, resource(name))));
    }

    ProcessView processes() {
        return processes;
    }

    /**
     * What turns events into rows of the table, or does not.
     *
     * @param properties what QRadar's events have besides
     */
    TableFeed feed(TableName table, TableBuilder rows, List<CustomProperty> properties) {
        if (table.equals(SIGMA_EVENTS)) {
            return new SigmaFeed(rows);
        }
        return view(table)
                .<TableFeed>map(view -> new ViewFeed(
                        table.platform() == Platform.QRADAR ? view.with(properties) : view, rows, processes))
                .orElseGet(() -> new NoFeed(rows));
    }

    static String resource(String name) {
        try (InputStream in = Views.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name + " beside " + Views.class.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
