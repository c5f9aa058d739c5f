package io.quarry.cli.chart;

import io.quarry.cli.chart.ChartData.Point;
import io.quarry.plan.Chart;
import io.quarry.plan.Expr;
import io.quarry.plan.ScreenText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Points between two axes, joined to lines or standing on areas where the chart asks for it. */
final class Plot {
    private static final char[] MARKS = {'●', '○', '■', '□', '▲', '△', '◆', '◇'};
    private static final char AREA = '░';
    private static final char LINE = '·';

    /** What lies between the ends of an axis. */
    private record Range(double from, double to, Chart.Scale scale) {
        double part(double value) {
            double low = position(from);
            double high = position(to);
            return high > low ? (position(value) - low) / (high - low) : 0.5;
        }

        private double position(double value) {
            return scale == Chart.Scale.LOG ? Math.log10(Math.max(value, Double.MIN_NORMAL)) : value;
        }
    }

    private final Chart chart;
    private final ChartData data;
    private final int width;
    private final int height;
    private final List<Object> places;

    Plot(Chart chart, ChartData data, int width, int height) {
        this.chart = chart;
        this.data = data;
        this.width = width;
        this.height = height;
        this.places = new ArrayList<>(data.places());
        if (places.stream().allMatch(place -> ChartData.number(place).isPresent())) {
            places.sort(
                    Comparator.comparingDouble(place -> ChartData.number(place).orElseThrow()));
        }
    }

    List<String> lines() {
        Range y = yRange();
        String top = Measure.text(y.to());
        String bottom = Measure.text(y.from());
        int margin = Math.max(top.length(), bottom.length());
        char[][] cells = draw(xRange(), y, Math.max(10, width - margin - 3));
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < height; row++) {
            String label = row == 0 ? top : row == height - 1 ? bottom : "";
            lines.add(" ".repeat(margin - label.length()) + label + " │" + new String(cells[row]).stripTrailing());
        }
        lines.add(" ".repeat(margin) + " └" + "─".repeat(cells[0].length));
        lines.add(" ".repeat(margin + 2) + ends(cells[0].length));
        if (data.series().size() > 1 && chart.style().legend() == Chart.Legend.VISIBLE) {
            lines.add(legend());
        }
        return lines;
    }

    private char[][] draw(Range x, Range y, int columns) {
        char[][] cells = new char[height][columns];
        for (char[] row : cells) {
            java.util.Arrays.fill(row, ' ');
        }
        int series = 0;
        for (List<Point> points : data.series().values()) {
            List<Point> ordered = new ArrayList<>(points);
            ordered.sort(Comparator.comparingDouble(point -> position(point.x())));
            draw(cells, ordered, x, y, MARKS[series++ % MARKS.length]);
        }
        return cells;
    }

    private void draw(char[][] cells, List<Point> points, Range x, Range y, char mark) {
        int beforeColumn = -1;
        int beforeRow = -1;
        for (Point point : points) {
            double across = x.part(position(point.x()));
            double up = y.part(point.y());
            if (across < 0 || across > 1 || up < 0 || up > 1) {
                beforeColumn = -1;
                continue;
            }
            int column = (int) Math.round(across * (cells[0].length - 1));
            int row = (height - 1) - (int) Math.round(up * (height - 1));
            if (isJoined() && beforeColumn >= 0) {
                join(cells, new int[] {beforeColumn, beforeRow}, new int[] {column, row});
            }
            if (isArea()) {
                fill(cells, column, row);
            }
            cells[row][column] = mark;
            beforeColumn = column;
            beforeRow = row;
        }
    }

    private void join(char[][] cells, int[] from, int[] to) {
        int steps = Math.max(Math.abs(to[0] - from[0]), Math.abs(to[1] - from[1]));
        for (int i = 1; i < steps; i++) {
            int column = from[0] + Math.round((float) (to[0] - from[0]) * i / steps);
            int row = from[1] + Math.round((float) (to[1] - from[1]) * i / steps);
            if (isArea()) {
                fill(cells, column, row);
            } else if (cells[row][column] == ' ') {
                cells[row][column] = LINE;
            }
        }
    }

    private void fill(char[][] cells, int column, int top) {
        for (int row = top; row < height; row++) {
            if (cells[row][column] == ' ') {
                cells[row][column] = AREA;
            }
        }
    }

    private boolean isJoined() {
        return chart.kind() != Chart.Kind.SCATTERCHART;
    }

    private boolean isArea() {
        return chart.kind() == Chart.Kind.AREACHART || chart.kind() == Chart.Kind.STACKEDAREACHART;
    }

    private double position(Object place) {
        return ChartData.number(place).orElseGet(() -> (double) places.indexOf(place));
    }

    private Range xRange() {
        double from = position(places.get(0));
        double to = position(places.get(places.size() - 1));
        return new Range(
                end(chart.x().from()).orElse(from),
                end(chart.x().to()).orElse(to),
                chart.x().scale());
    }

    /** Linear axes begin at zero unless there are values below, or the chart says otherwise. */
    private Range yRange() {
        double low = data.series().values().stream()
                .flatMap(List::stream)
                .mapToDouble(Point::y)
                .min()
                .orElse(0);
        double high = data.series().values().stream()
                .flatMap(List::stream)
                .mapToDouble(Point::y)
                .max()
                .orElse(1);
        boolean linear = chart.y().scale() == Chart.Scale.LINEAR;
        return new Range(
                end(chart.y().from()).orElse(linear ? Math.min(0, low) : low),
                end(chart.y().to()).orElse(high),
                chart.y().scale());
    }

    private static Optional<Double> end(Optional<Expr.Literal> literal) {
        return literal.map(Expr.Literal::value).filter(Number.class::isInstance).map(number -> ((Number) number)
                .doubleValue());
    }

    private String ends(int columns) {
        String first = data.label(places.get(0));
        String last = data.label(places.get(places.size() - 1));
        int between = columns - ScreenText.width(first) - ScreenText.width(last);
        return places.size() == 1 || between < 1 ? first : first + " ".repeat(between) + last;
    }

    private String legend() {
        StringBuilder legend = new StringBuilder();
        int series = 0;
        for (String name : data.series().keySet()) {
            legend.append(series == 0 ? "" : "   ")
                    .append(MARKS[series++ % MARKS.length])
                    .append(' ')
                    .append(name);
        }
        return ScreenText.fit(legend.toString(), width);
    }
}
