package io.quarry.detect.side;

import io.quarry.data.Field;
import io.quarry.data.Schema;
import io.quarry.data.Ticks;
import io.quarry.data.Type;
import io.quarry.detect.DetectCode;
import io.quarry.detect.rule.SourceFiles;
import io.quarry.kql.catalog.SideInputException;
import io.quarry.kql.catalog.SideTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A folder of watchlists: {@code ALIAS.csv} each, with a line of names. All columns are texts. Those that every watchlist has
 * are made where the file has none of that name: the search key is the first column, the time that of the file.
 */
public record WatchlistFolder(Path folder) {
    private static final String ENDING = ".csv";

    /** The aliases of the watchlists in the folder; none if there is no folder. */
    List<String> aliases() {
        return files().stream()
                .map(file -> file.getFileName().toString())
                .map(name -> name.substring(0, name.length() - ENDING.length()))
                .toList();
    }

    /** The watchlist of an alias, whose letter case counts only where several files have it. */
    Optional<SideTable> watchlist(String alias) {
        String name = alias + ENDING;
        return files().stream()
                .filter(file -> file.getFileName().toString().equalsIgnoreCase(name))
                .min(Comparator.comparing(file -> !file.getFileName().toString().equals(name)))
                .map(file -> read(file, alias));
    }

    static SideInputException missing(String alias, List<WatchlistFolder> folders) {
        String looked = folders.isEmpty()
                ? "no folder of watchlists was given"
                : "there is no " + alias + ENDING + " in "
                        + String.join(
                                ", ",
                                folders.stream()
                                        .map(folder -> folder.folder().toString())
                                        .toList());
        return new SideInputException(
                DetectCode.MISSING_INPUT,
                "the watchlist '" + alias + "' is not at hand: " + looked,
                "--watchlists FOLDER gives a folder that holds '" + alias + ENDING + "', with a line of names");
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> listing = Files.list(folder)) {
            return listing.filter(file -> file.getFileName()
                            .toString()
                            .toLowerCase(java.util.Locale.ROOT)
                            .endsWith(ENDING))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new SideInputException(
                    DetectCode.MISSING_INPUT,
                    "the folder of watchlists " + folder + " cannot be read: " + e.getMessage());
        }
    }

    private static SideTable read(Path file, String alias) {
        try {
            List<List<String>> records = FileRows.fields(SourceFiles.text(Files.readAllBytes(file)), ',');
            if (records.isEmpty()) {
                throw new IOException("it has no line of names");
            }
            return table(
                    records,
                    alias,
                    Ticks.ofForeign(Files.getLastModifiedTime(file).toInstant()));
        } catch (IOException | RuntimeException e) {
            throw new SideInputException(
                    DetectCode.MISSING_INPUT,
                    "the watchlist '" + alias + "' cannot be read from " + file + ": " + e.getMessage());
        }
    }

    private static SideTable table(List<List<String>> records, String alias, OptionalLong changed) {
        List<String> names = records.get(0);
        List<Field> fields = new ArrayList<>();
        Map<String, Type> standard = new LinkedHashMap<>();
        standard.put("_DTItemId", Type.STRING);
        standard.put("LastUpdatedTimeUTC", Type.DATETIME);
        standard.put("SearchKey", Type.STRING);
        standard.put("WatchlistItem", Type.DYNAMIC);
        standard.keySet().removeAll(names);
        standard.forEach((name, type) -> fields.add(new Field(name, type)));
        names.forEach(name -> fields.add(new Field(name, Type.STRING)));
        Schema schema = new Schema(fields);
        List<List<Object>> rows = new ArrayList<>();
        for (int line = 1; line < records.size(); line++) {
            Map<String, Object> item = new LinkedHashMap<>();
            for (int i = 0; i < names.size(); i++) {
                item.put(
                        names.get(i),
                        i < records.get(line).size() ? records.get(line).get(i) : "");
            }
            Map<String, Object> all = new LinkedHashMap<>(item);
            all.putIfAbsent("_DTItemId", id(alias, line));
            changed.ifPresent(time -> all.putIfAbsent("LastUpdatedTimeUTC", time));
            all.putIfAbsent("SearchKey", item.get(names.get(0)));
            all.putIfAbsent("WatchlistItem", item);
            rows.add(schema.names().stream().map(all::get).toList());
        }
        return new SideTable(schema, rows);
    }

    private static String id(String alias, int line) {
        return UUID.nameUUIDFromBytes((alias + '/' + line).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
