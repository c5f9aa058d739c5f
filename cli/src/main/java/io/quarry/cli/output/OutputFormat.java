package io.quarry.cli.output;

import io.quarry.plan.Chart;
import java.io.Writer;
import java.util.Locale;
import java.util.Optional;

/** The forms in which results come out. */
public enum OutputFormat {
    /** Aligned columns, cut to the width of a screen. */
    TABLE,
    /** One JSON object a line. */
    NDJSON,
    /** RFC 4180, with a line of names. */
    CSV,
    /** One JSON object for the whole result: its columns, its chart and its rows. */
    JSON;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<OutputFormat> ofLabel(String label) {
        for (OutputFormat format : values()) {
            if (format.label().equals(label)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** A writer of tables whose lines fit into that many characters, if their columns can be narrow enough. */
    public static RowWriter table(Writer out, int room) {
        return new TableRows(out, room);
    }

    /** A writer of this form; it does not close {@code out}. Of these forms, only {@link #JSON} has room for a chart. */
    public RowWriter writer(Writer out, Optional<Chart> chart) {
        return switch (this) {
            case TABLE -> new TableRows(out, Integer.MAX_VALUE);
            case NDJSON -> new JsonRows(out);
            case CSV -> new CsvRows(out);
            case JSON -> new JsonDocument(out, chart);
        };
    }
}
