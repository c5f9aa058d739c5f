package io.quarry.cli.chart;

import io.quarry.cli.output.RowWriter;
import io.quarry.data.Batch;
import io.quarry.data.Schema;
import io.quarry.plan.Chart;
import io.quarry.plan.ScreenText;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Draws a result as its chart says, as wide as a terminal; rows that hold nothing to draw are written instead. */
public final class Drawing implements RowWriter {
    private static final int NARROWEST = 20;
    private static final int HEIGHT = 16;

    private final Writer out;
    private final Chart chart;
    private final int width;
    private final Undrawn undrawn;
    private final List<Batch> batches = new ArrayList<>();
    private Schema schema;
    private ChartData data;

    /**
     * What happens to rows that hold nothing to draw.
     *
     * @param rows writes them
     * @param reason is told why, before
     */
    public record Undrawn(RowWriter rows, Consumer<String> reason) {}

    /** @param width in characters */
    public Drawing(Writer out, Chart chart, int width, Undrawn undrawn) {
        this.out = out;
        this.chart = chart;
        this.width = Math.max(NARROWEST, width);
        this.undrawn = undrawn;
    }

    /** True for the kinds that can be drawn; the others are shown as rows. */
    public static boolean draws(Chart chart) {
        return switch (chart.kind()) {
            case ANOMALYCHART, AREACHART, BARCHART, COLUMNCHART, LINECHART, PIECHART -> true;
            case STACKEDAREACHART, TIMECHART, TREEMAP -> true;
            case SCATTERCHART -> chart.style().stacking() != Chart.Stacking.MAP;
            case CARD, GRAPH, LADDERCHART, LIST, PIVOTCHART, PLOTLY, SANKEY, TABLE, TIMELINE, TIMEPIVOT -> false;
        };
    }

    @Override
    public void begin(Schema columns) {
        schema = columns;
        data = new ChartData(chart, columns);
    }

    @Override
    public void rows(Batch batch) {
        batches.add(batch);
        data.add(batch);
    }

    @Override
    public void close() throws IOException {
        if (data != null && data.isEmpty()) {
            undrawn.reason().accept(reason());
            try (RowWriter rows = undrawn.rows()) {
                rows.begin(schema);
                for (Batch batch : batches) {
                    rows.rows(batch);
                }
            }
        } else if (data != null) {
            for (String line : lines()) {
                out.write(line.stripTrailing());
                out.write('\n');
            }
        }
        out.flush();
    }

    private String reason() {
        if (batches.stream().allMatch(batch -> batch.rows() == 0)) {
            return "there are no rows";
        }
        String kind = chart.kind().label();
        List<String> measures = chart.columnsOf(schema).y();
        return measures.isEmpty()
                ? "a " + kind + " needs a column of numbers beside its axis, and there is none"
                : "no row has a number in " + String.join(", ", measures) + " and a place on the axis";
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (!chart.title().isEmpty()) {
            lines.add(centred(chart.title()));
        }
        if (!chart.y().title().isEmpty()) {
            lines.add(ScreenText.printable(chart.y().title()));
        }
        lines.addAll(
                switch (chart.kind()) {
                    case BARCHART, COLUMNCHART, PIECHART, TREEMAP -> new Bars(chart, data, width).lines();
                    default -> new Plot(chart, data, width, HEIGHT).lines();
                });
        if (!chart.x().title().isEmpty()) {
            lines.add(centred(chart.x().title()));
        }
        return lines;
    }

    private String centred(String title) {
        String shown = ScreenText.printable(title);
        return " ".repeat(Math.max(0, (width - ScreenText.width(shown)) / 2)) + shown;
    }
}
