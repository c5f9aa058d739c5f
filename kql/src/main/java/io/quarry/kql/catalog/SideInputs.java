package io.quarry.kql.catalog;

import io.quarry.functions.lookup.GeoDatabase;
import java.util.List;
import java.util.Optional;

/**
 * The files beside the telemetry that queries read: external data, watchlists, places of addresses. They are read when a query is compiled, so
 * that what is missing is reported at its place in the text.
 */
public interface SideInputs {
    /** Nothing is known of them, since texts are only checked: no rows, and a watchlist may have any column. */
    SideInputs UNKNOWN = new SideInputs() {
        @Override
        public Optional<List<List<Object>>> rows(ExternalData data) {
            return Optional.empty();
        }

        @Override
        public Optional<SideTable> watchlist(String alias) {
            return Optional.empty();
        }

        @Override
        public List<String> watchlists() {
            return List.of();
        }

        @Override
        public Optional<GeoDatabase> places() {
            return Optional.empty();
        }
    };

    /**
     * The rows of external data, in the columns that the query declares; empty if that is not known.
     *
     * @throws SideInputException if a file is not at hand or cannot be read
     */
    Optional<List<List<Object>>> rows(ExternalData data);

    /**
     * A watchlist with all its columns; empty if that is not known.
     *
     * @throws SideInputException if it is not at hand or cannot be read
     */
    Optional<SideTable> watchlist(String alias);

    /** The aliases of all watchlists, sorted. */
    List<String> watchlists();

    /**
     * Where addresses are; empty if nothing tells.
     *
     * @throws SideInputException if the file that tells cannot be read
     */
    Optional<GeoDatabase> places();
}
