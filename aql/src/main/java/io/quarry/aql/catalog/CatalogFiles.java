package io.quarry.aql.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the columns that ship, from the resources beside this class. */
final class CatalogFiles {
    private CatalogFiles() {}

    static AqlTable events() {
        List<AqlColumn> columns = builtIn("events.txt");
        for (String line : lines("properties.txt")) {
            String[] parts = line.split("\\s*\\|\\s*");
            AqlColumn.Content content = AqlColumn.Content.valueOf(parts[1].toUpperCase(Locale.ROOT));
            AqlType type = parts.length == 3 ? AqlType.STRING : AqlType.valueOf(parts[3].toUpperCase(Locale.ROOT));
            columns.add(new AqlColumn(parts[0], type, content, AqlColumn.Origin.ofWord(parts[2])));
        }
        return new AqlTable(AqlCatalog.EVENTS, new AqlColumns(columns));
    }

    static AqlTable flows() {
        return new AqlTable(AqlCatalog.FLOWS, new AqlColumns(builtIn("flows.txt")));
    }

    /** The numbers, each with the event that has it. */
    static SortedMap<Long, String> qids() {
        SortedMap<Long, String> qids = new TreeMap<>();
        for (String line : lines("qids.txt")) {
            String[] parts = line.split(" ", 2);
            qids.put(Long.valueOf(parts[0]), parts[1]);
        }
        return qids;
    }

    private static List<AqlColumn> builtIn(String resource) {
        List<AqlColumn> columns = new ArrayList<>();
        for (String line : lines(resource)) {
            int blank = line.lastIndexOf(' ');
            AqlType type = AqlType.valueOf(line.substring(blank + 1).toUpperCase(Locale.ROOT));
            columns.add(
                    new AqlColumn(line.substring(0, blank), type, AqlColumn.Content.ANY, AqlColumn.Origin.BUILT_IN));
        }
        return columns;
    }

    private static List<String> lines(String resource) {
        try (InputStream in = CatalogFiles.class.getResourceAsStream(resource)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }
}
