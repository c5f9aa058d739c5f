package io.quarry.cli;

import io.quarry.cli.chart.Drawing;
import io.quarry.cli.output.OutputFormat;
import io.quarry.cli.output.RowWriter;
import io.quarry.plan.Chart;
import java.io.Writer;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;

/** The form in which a query's rows come out. */
enum RowForm {
    /** A chart on a terminal, if the query asks for one; else a table. */
    USUAL,
    CHART,
    TABLE,
    NDJSON,
    CSV,
    JSON;

    static final String CHOICES =
            "table (default), ndjson, csv, json, chart (default on a terminal for queries that render one)";

    static RowForm of(CommandLine arguments) {
        String name = arguments.getOptionValue("f");
        return name == null ? USUAL : ofLabel(name);
    }

    /** @throws UsageException if there is no such form */
    static RowForm ofLabel(String name) {
        for (RowForm form : values()) {
            if (form != USUAL && form.name().equalsIgnoreCase(name)) {
                return form;
            }
        }
        throw new UsageException("no format '" + name + "', expected table, ndjson, csv, json or chart");
    }

    /**
     * A writer of this form; it does not close {@code out}.
     *
     * @param chart how the query wants its rows drawn
     */
    RowWriter writer(Writer out, Optional<Chart> chart, Terminal terminal, Destination destination) {
        return switch (this) {
            case USUAL ->
                destination == Destination.TERMINAL && drawable(chart).isPresent()
                        ? drawing(out, chart.get(), terminal)
                        : table(out, terminal, destination);
            case CHART -> {
                if (drawable(chart).isPresent()) {
                    yield drawing(out, chart.get(), terminal);
                }
                terminal.err()
                        .println(
                                chart.isPresent()
                                        ? "note: a " + chart.get().kind().label() + " is not drawn; these are its rows"
                                        : "note: the query does not end with render; these are its rows");
                yield table(out, terminal, destination);
            }
            case TABLE -> table(out, terminal, destination);
            case NDJSON -> OutputFormat.NDJSON.writer(out, chart);
            case CSV -> OutputFormat.CSV.writer(out, chart);
            case JSON -> OutputFormat.JSON.writer(out, chart);
        };
    }

    private static RowWriter table(Writer out, Terminal terminal, Destination destination) {
        return OutputFormat.table(out, destination == Destination.TERMINAL ? terminal.columns() : Integer.MAX_VALUE);
    }

    /** True for the forms that can show one result after the other. */
    boolean tellsResultsApart() {
        return this == USUAL || this == TABLE || this == CHART;
    }

    /** Where the rows go. */
    enum Destination {
        TERMINAL,
        ELSEWHERE
    }

    private static Optional<Chart> drawable(Optional<Chart> chart) {
        return chart.filter(Drawing::draws);
    }

    private static RowWriter drawing(Writer out, Chart chart, Terminal terminal) {
        return new Drawing(out, chart, terminal.columns());
    }
}
