package io.quarry.kql.catalog;

import io.quarry.data.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a query says of the files that {@code externaldata} reads.
 *
 * @param locations as written, at least one
 * @param header whether the first record of each file is one of names, to be skipped
 */
public record ExternalData(Schema schema, List<String> locations, Format format, Header header) {
    /** How a file is to be read. */
    public enum Format {
        CSV,
        TSV,
        /** As TSV, with backslash escapes instead of quotes. */
        TSVE,
        PSV,
        SCSV,
        SOHSV,
        /** A line is a value of the first column; empty lines are none. */
        TXT,
        /** The whole content is one value of the first column. */
        RAW,
        /** A line is a bag. */
        JSON,
        /** Bags, one after the other or in an array. */
        MULTIJSON;

        /** The format of that name, in any letter case. */
        public static Optional<Format> ofName(String name) {
            for (Format format : values()) {
                if (format.name().equalsIgnoreCase(name)) {
                    return Optional.of(format);
                }
            }
            return Optional.empty();
        }

        /** The format that the ending of a location tells; CSV if it tells none. */
        public static Format ofLocation(String location) {
            String path =
                    location.replaceFirst("[?;].*", "").toLowerCase(Locale.ROOT).replaceFirst("\\.(gz|zip)$", "");
            return ofName(path.substring(path.lastIndexOf('.') + 1)).orElse(CSV);
        }
    }

    /** What the first record of a file is. */
    public enum Header {
        NONE,
        SKIPPED
    }

    public ExternalData {
        locations = List.copyOf(locations);
    }
}
