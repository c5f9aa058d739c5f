package io.quarry.cli.output;

import io.quarry.plan.Chart;
import java.io.Writer;
import java.util.Locale;
import java.util.Optional;

/** The forms in which results come out. */
public enum OutputFormat {
    /** Aligned columns. */
    TABLE("txt"),
    /** A line for each value. */
    VERTICAL("txt"),
    /** One JSON object a line. */
    NDJSON("ndjson"),
    /** RFC 4180, with a line of names. */
    CSV("csv"),
    /** One JSON object for the whole result: its columns, its chart and its rows. */
    JSON("json");

    /** The labels, as messages list them. */
    public static final String LABELS = "table, vertical, ndjson, csv or json";

    private final String ending;

    OutputFormat(String ending) {
        this.ending = ending;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The usual ending of files of this form, without a dot. */
    public String ending() {
        return ending;
    }

    public static Optional<OutputFormat> ofLabel(String label) {
        for (OutputFormat format : values()) {
            if (format.label().equals(label)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** A writer of tables whose lines fit into that many characters, as far as cutting cells can do that. */
    public static RowWriter cutTable(Writer out, int room) {
        return new TableRows(out, room, Optional.empty());
    }

    /** The same, but rows whose columns would have too little room are written {@link #VERTICAL}. */
    public static RowWriter fittingRows(Writer out, int room) {
        return new TableRows(out, room, Optional.of(new VerticalRows(out)));
    }

    /**
     * A writer of this form, of any width; it does not close {@code out}. Of these forms, only {@link #JSON} has room for a
     * chart.
     */
    public RowWriter writer(Writer out, Optional<Chart> chart) {
        return switch (this) {
            case TABLE -> new TableRows(out, TableRows.ENDLESS, Optional.empty());
            case VERTICAL -> new VerticalRows(out);
            case NDJSON -> new JsonRows(out, Optional.empty());
            case CSV -> new CsvRows(out);
            case JSON -> new JsonDocument(out, Optional.empty(), chart);
        };
    }

    /** A writer of one of several results that share a stream, which says its name; empty if the form has no place for it. */
    public Optional<RowWriter> named(Writer out, String name, Optional<Chart> chart) {
        return switch (this) {
            case NDJSON -> Optional.of(new JsonRows(out, Optional.of(name)));
            case JSON -> Optional.of(new JsonDocument(out, Optional.of(name), chart));
            case TABLE, VERTICAL, CSV -> Optional.empty();
        };
    }
}
