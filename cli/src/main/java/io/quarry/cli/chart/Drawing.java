package io.quarry.cli.chart;

import io.quarry.cli.output.RowWriter;
import io.quarry.data.Batch;
import io.quarry.data.Schema;
import io.quarry.plan.Chart;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** Draws a result as its chart says, as wide as a terminal. */
public final class Drawing implements RowWriter {
    private static final int NARROWEST = 20;
    private static final int HEIGHT = 16;

    private final Writer out;
    private final Chart chart;
    private final int width;
    private ChartData data;

    /** @param width in characters */
    public Drawing(Writer out, Chart chart, int width) {
        this.out = out;
        this.chart = chart;
        this.width = Math.max(NARROWEST, width);
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
    public void begin(Schema schema) {
        data = new ChartData(chart, schema);
    }

    @Override
    public void rows(Batch batch) {
        data.add(batch);
    }

    @Override
    public void close() throws IOException {
        if (data != null) {
            for (String line : lines()) {
                out.write(line.stripTrailing());
                out.write('\n');
            }
        }
        out.flush();
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (!chart.title().isEmpty()) {
            lines.add(" ".repeat(Math.max(0, (width - chart.title().length()) / 2)) + chart.title());
        }
        if (data.isEmpty()) {
            lines.add("(nothing to draw: no row has a measure)");
            return lines;
        }
        if (!chart.y().title().isEmpty()) {
            lines.add(chart.y().title());
        }
        lines.addAll(
                switch (chart.kind()) {
                    case BARCHART, COLUMNCHART, PIECHART, TREEMAP -> new Bars(chart, data, width).lines();
                    default -> new Plot(chart, data, width, HEIGHT).lines();
                });
        if (!chart.x().title().isEmpty()) {
            lines.add(" ".repeat(Math.max(0, (width - chart.x().title().length()) / 2))
                    + chart.x().title());
        }
        return lines;
    }
}
