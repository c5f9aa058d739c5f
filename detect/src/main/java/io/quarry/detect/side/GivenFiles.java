package io.quarry.detect.side;

import io.quarry.aql.catalog.AqlReadings;
import io.quarry.aql.reference.ReferenceDataException;
import io.quarry.detect.DetectCode;
import io.quarry.detect.reference.ReferenceFiles;
import io.quarry.detect.rule.QueryContext;
import io.quarry.functions.lookup.GeoDatabase;
import io.quarry.kql.catalog.ExternalData;
import io.quarry.kql.catalog.SideInputException;
import io.quarry.kql.catalog.SideInputs;
import io.quarry.kql.catalog.SideTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What the user gives queries: files, and decisions about readings of AQL. A query is foreign input: it reads nothing else,
 * whatever location it names.
 */
public final class GivenFiles implements SideInputs {
    /** No files at all. */
    public static final GivenFiles NONE = new GivenFiles(
            ExternalFiles.NONE, List.of(), new ReferenceFiles(List.of(), Optional.empty()), AqlReadings.STANDARD);

    /** The watchlists of a pack lie in a folder of this name. */
    private static final String PACK_FOLDER = "watchlists";

    /** And its reference data in one of this name. */
    private static final String PACK_REFERENCE = "reference";

    private final ExternalFiles external;
    private final List<WatchlistFolder> folders;
    private final ReferenceFiles reference;
    private final AqlReadings readings;

    /** @param folders of watchlists; of those of one alias, the first folder's counts */
    public GivenFiles(
            ExternalFiles external, List<WatchlistFolder> folders, ReferenceFiles reference, AqlReadings readings) {
        this.external = external;
        this.folders = List.copyOf(folders);
        this.reference = reference;
        this.readings = readings;
    }

    /** What queries are compiled with. */
    public QueryContext context() {
        return new QueryContext(this, reference, List.of(), readings);
    }

    /** These files, and after them those of the pack in a folder. */
    public GivenFiles ofPack(Path folder) {
        List<WatchlistFolder> more = new ArrayList<>(folders);
        more.add(new WatchlistFolder(folder.resolve(PACK_FOLDER)));
        return new GivenFiles(external, more, reference.and(folder.resolve(PACK_REFERENCE)), readings);
    }

    /** The reference data of the pack in a folder, if it has any. */
    public static Optional<ReferenceFiles> referenceOfPack(Path folder) {
        return Optional.of(folder.resolve(PACK_REFERENCE))
                .filter(Files::isDirectory)
                .map(own -> new ReferenceFiles(List.of(own), Optional.empty()));
    }

    @Override
    public Optional<List<List<Object>>> rows(ExternalData data) {
        List<List<Object>> rows = new ArrayList<>();
        for (String location : data.locations()) {
            for (String content : external.contents(location)) {
                rows.addAll(FileRows.of(content, data, ExternalFiles.plain(location)));
            }
        }
        return Optional.of(rows);
    }

    @Override
    public Optional<SideTable> watchlist(String alias) {
        return Optional.of(folders.stream()
                .flatMap(folder -> folder.watchlist(alias).stream())
                .findFirst()
                .orElseThrow(() -> WatchlistFolder.missing(alias, folders)));
    }

    @Override
    public List<String> watchlists() {
        TreeSet<String> aliases = new TreeSet<>();
        folders.forEach(folder -> aliases.addAll(folder.aliases()));
        return List.copyOf(aliases);
    }

    @Override
    public Optional<GeoDatabase> places() {
        try {
            return reference.places();
        } catch (ReferenceDataException e) {
            throw new SideInputException(DetectCode.MISSING_INPUT, e.getMessage());
        }
    }
}
