package io.quarry.detect.reference;

import io.quarry.aql.reference.Asset;
import io.quarry.aql.reference.NameList;
import io.quarry.aql.reference.Network;
import io.quarry.aql.reference.Offense;
import io.quarry.aql.reference.ReferenceCollection;
import io.quarry.aql.reference.ReferenceData;
import io.quarry.aql.reference.ShippedNames;
import io.quarry.functions.lookup.GeoDatabase;
import io.quarry.plan.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Reference data in folders, and places in a file of MaxMind's. A folder holds {@code sets}, {@code maps}, {@code
 * maps-of-sets} and {@code tables} with a file for each collection, {@code names} with a file for each {@link NameList},
 * {@code assets}, {@code networks} and {@code offenses} as CSV or JSON, and {@code searches} with texts of saved searches;
 * all of them optional. Of what several folders have, the first counts.
 */
public final class ReferenceFiles implements ReferenceData {
    private static final List<String> ENDINGS = List.of(".csv", ".json");

    private final List<Path> folders;
    private final Optional<MaxMindFile> geo;

    private ReferenceFiles(Optional<MaxMindFile> geo, List<Path> folders) {
        this.folders = List.copyOf(folders);
        this.geo = geo;
    }

    /**
     * @param geo the file that tells where addresses are
     */
    public ReferenceFiles(List<Path> folders, Optional<Path> geo) {
        this(geo.map(MaxMindFile::new), folders);
    }

    /** These, and after them those of another folder; it need not exist. */
    public ReferenceFiles and(Path folder) {
        List<Path> more = new ArrayList<>(folders);
        more.add(folder);
        return new ReferenceFiles(geo, more);
    }

    @Override
    public Optional<ReferenceCollection> collection(String name) {
        for (Path folder : folders) {
            for (CollectionKind kind : CollectionKind.values()) {
                for (Path file : files(folder.resolve(kind.folder()), name)) {
                    if (isCollection(kind, file)) {
                        return Optional.of(kind.read(file));
                    }
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public List<String> collections() {
        TreeSet<String> names = new TreeSet<>();
        for (Path folder : folders) {
            for (CollectionKind kind : CollectionKind.values()) {
                files(folder.resolve(kind.folder())).stream()
                        .filter(file -> isCollection(kind, file))
                        .forEach(file -> names.add(baseName(file)));
            }
        }
        return List.copyOf(names);
    }

    private static boolean isCollection(CollectionKind kind, Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return ENDINGS.stream().anyMatch(name::endsWith) || kind == CollectionKind.SET && name.endsWith(".txt");
    }

    /** The names that ship, and over them those of the files, by ascending number. */
    @Override
    public Optional<Map<String, String>> names(NameList list) {
        Optional<Map<String, String>> shipped = ShippedNames.of(list);
        String file = "names/" + list.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return first(file)
                .map(NamedRows::read)
                .map(rows -> {
                    Map<String, String> names = new TreeMap<>(Comparator.comparingLong(Long::parseLong));
                    names.putAll(shipped.orElse(Map.of()));
                    rows.rows()
                            .forEach(row -> names.put(
                                    Long.toString(rows.number(row, "number", "id", "qid")
                                            .orElseThrow(() -> NamedRows.damaged(
                                                    rows.file(),
                                                    "the columns are " + String.join(", ", rows.names())
                                                            + ", expected number,name"))),
                                    rows.required(row, "name")));
                    return names;
                })
                .or(() -> shipped);
    }

    @Override
    public Optional<List<Asset>> assets() {
        return first("assets").map(AssetFile::read);
    }

    @Override
    public Optional<List<Network>> networks() {
        return first("networks").map(NamedRows::read).map(rows -> rows.rows().stream()
                .map(row -> new Network(
                        rows.required(row, "range", "cidr"),
                        rows.text(row, "group").map(group -> group + ".").orElse("") + rows.required(row, "name"),
                        rows.number(row, "domain", "domain_id")))
                .toList());
    }

    @Override
    public Optional<GeoDatabase> places() {
        return geo.map(MaxMindFile::opened);
    }

    @Override
    public Optional<Offense> offense(long number) {
        return first("offenses").map(NamedRows::read).flatMap(rows -> rows.rows().stream()
                .filter(row -> rows.number(row, "id").orElse(-1) == number)
                .findFirst()
                .map(row -> offense(rows, row)));
    }

    private static Offense offense(NamedRows rows, Map<String, Object> row) {
        long start = rows.number(row, "start", "start_time").orElseThrow(() -> incomplete(rows));
        long end = rows.number(row, "end", "last_updated_time").orElseThrow(() -> incomplete(rows));
        if (end < start) {
            throw NamedRows.damaged(rows.file(), "an offense ends at " + end + ", before it starts at " + start);
        }
        return new Offense(start, end);
    }

    private static RuntimeException incomplete(NamedRows rows) {
        return NamedRows.damaged(
                rows.file(), "an offense needs id, start and end; the columns are " + String.join(", ", rows.names()));
    }

    @Override
    public Optional<SourceText> savedSearch(String name) {
        for (Path folder : folders) {
            for (Path file : files(folder.resolve("searches"), name)) {
                if (file.toString().endsWith(".aql")) {
                    return Optional.of(new SourceText(file.toString(), NamedRows.text(file)));
                }
            }
        }
        return Optional.empty();
    }

    /** The file of that name, with one of the endings, in the first folder that has one. */
    private Optional<Path> first(String name) {
        return folders.stream()
                .flatMap(folder -> ENDINGS.stream().map(ending -> folder.resolve(name + ending)))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> listing = Files.list(folder)) {
            return listing.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw NamedRows.damaged(folder, e.getMessage());
        }
    }

    /** Those of that name in whatever letter case, the exact one first. */
    private static List<Path> files(Path folder, String name) {
        return files(folder).stream()
                .filter(file -> baseName(file).equalsIgnoreCase(name))
                .sorted(Comparator.comparing(file -> !baseName(file).equals(name)))
                .toList();
    }

    private static String baseName(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
