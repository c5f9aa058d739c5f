package io.quarry.cli;

import io.quarry.cli.chart.Drawing;
import io.quarry.cli.output.OutputFormat;
import io.quarry.cli.output.RowWriter;
import io.quarry.plan.Chart;
import java.io.Writer;
import java.util.Optional;

/**
 * How rows come out, and where.
 *
 * @param notes are told why rows come out otherwise than was asked for
 */
record RowOutput(RowForm form, Destination destination, Notes notes) {
    /**
     * Where rows go.
     *
     * @param columns how many characters fit into a line of the terminal, or into a chart elsewhere
     */
    record Destination(Kind kind, int columns) {
        /** What there is to go to. */
        enum Kind {
            TERMINAL,
            /** A file or a pipe: lines may be of any length. */
            ELSEWHERE
        }

        /** Standard output. */
        static Destination standard(Terminal terminal) {
            return new Destination(terminal.outIsTerminal() ? Kind.TERMINAL : Kind.ELSEWHERE, terminal.columns());
        }

        boolean isTerminal() {
            return kind == Kind.TERMINAL;
        }
    }

    /** The same rows in a file. */
    RowOutput toFile() {
        return new RowOutput(form, new Destination(Destination.Kind.ELSEWHERE, destination.columns()), notes);
    }

    /**
     * A writer of the rows; it does not close {@code out}.
     *
     * @param chart how the query wants its rows drawn
     */
    RowWriter writer(Writer out, Optional<Chart> chart) {
        RowWriter rows = rows(out, chart);
        if (draws(chart)) {
            Drawing.Undrawn undrawn = new Drawing.Undrawn(
                    rows, reason -> notes.note("nothing to draw: " + reason + "; these are the rows"));
            return new Drawing(out, chart.orElseThrow(), destination.columns(), undrawn);
        }
        if (form == RowForm.CHART) {
            notes.note(
                    chart.isPresent()
                            ? "a " + chart.get().kind().label() + " is not drawn; these are its rows"
                            : "the query does not end with render; these are its rows");
        }
        return rows;
    }

    private RowWriter rows(Writer out, Optional<Chart> chart) {
        if (form.format() != OutputFormat.TABLE || !destination.isTerminal()) {
            return form.format().writer(out, chart);
        }
        return form == RowForm.TABLE
                ? OutputFormat.cutTable(out, destination.columns())
                : OutputFormat.fittingRows(out, destination.columns());
    }

    /** True if what a query wants drawn comes out as a chart. */
    boolean draws(Optional<Chart> chart) {
        boolean wanted = form == RowForm.CHART || form == RowForm.USUAL && destination.isTerminal();
        return wanted && chart.filter(Drawing::draws).isPresent();
    }
}
