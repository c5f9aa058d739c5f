package io.quarry.cli.chart;

import io.quarry.cli.output.CellText;
import io.quarry.data.Batch;
import io.quarry.data.Dynamic;
import io.quarry.data.Schema;
import io.quarry.data.Type;
import io.quarry.plan.Chart;
import io.quarry.plan.ScreenText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The points of a chart: rows read by what their columns are for. Not safe for threads. */
final class ChartData {
    /** A place on the x axis with a measure. */
    record Point(Object x, double y) {}

    private final Schema schema;
    private final Chart.Columns columns;
    private final Chart.Accumulation accumulation;
    private final Map<String, List<Point>> series = new LinkedHashMap<>();
    private final Set<Object> places = new LinkedHashSet<>();
    private final Optional<Integer> axis;

    ChartData(Chart chart, Schema schema) {
        this.schema = schema;
        this.columns = chart.columnsOf(schema);
        this.accumulation = chart.style().accumulation();
        this.axis = columns.x().map(schema::indexOf).filter(index -> index >= 0);
    }

    void add(Batch batch) {
        for (int row = 0; row < batch.rows(); row++) {
            int at = row;
            String prefix =
                    columns.series().stream().map(name -> text(batch, name, at)).collect(Collectors.joining(", "));
            for (String measure : columns.y()) {
                add(
                        label(prefix, measure),
                        x(batch, row),
                        batch.column(schema.indexOf(measure)).value(row));
            }
        }
    }

    private String text(Batch batch, String column, int row) {
        int index = schema.indexOf(column);
        return ScreenText.printable(
                CellText.of(schema.type(index), batch.column(index).value(row)));
    }

    private Object x(Batch batch, int row) {
        return axis.isEmpty() ? "" : batch.column(axis.get()).value(row);
    }

    private String label(String prefix, String measure) {
        return prefix.isEmpty()
                ? ScreenText.printable(measure)
                : columns.y().size() == 1 ? prefix : prefix + ": " + measure;
    }

    /** A point, or the points of a row that holds a whole series. */
    private void add(String label, Object x, Object y) {
        if (x instanceof List<?> places && y instanceof List<?> measures) {
            for (int i = 0; i < Math.min(places.size(), measures.size()); i++) {
                add(label, places.get(i), measures.get(i));
            }
            return;
        }
        if (x == null || !(y instanceof Number number) || !Double.isFinite(number.doubleValue())) {
            return;
        }
        List<Point> points = series.computeIfAbsent(label, name -> new ArrayList<>());
        double before = accumulation == Chart.Accumulation.NONE || points.isEmpty()
                ? 0
                : points.get(points.size() - 1).y();
        points.add(new Point(x, before + number.doubleValue()));
        places.add(x);
    }

    /** The points of each series, in order of first appearance. */
    Map<String, List<Point>> series() {
        return series;
    }

    /** The places on the x axis, in order of first appearance. */
    List<Object> places() {
        return List.copyOf(places);
    }

    boolean isEmpty() {
        return places.isEmpty();
    }

    /** A place as text. */
    String label(Object place) {
        Type type = axis.map(schema::type).orElse(Type.STRING);
        String text = type == Type.DYNAMIC && place instanceof Dynamic.DateTime time
                ? CellText.of(Type.DATETIME, time.ticks())
                : CellText.of(type, place);
        return ScreenText.printable(text.replace(".0000000Z", "Z"));
    }

    /** A place as a number that keeps order and distance; empty for texts. */
    static Optional<Double> number(Object place) {
        if (place instanceof Number number) {
            return Optional.of(number.doubleValue());
        }
        if (place instanceof Dynamic.DateTime time) {
            return Optional.of((double) time.ticks());
        }
        return place instanceof Dynamic.TimeSpan span ? Optional.of((double) span.ticks()) : Optional.empty();
    }
}
