package io.quarry.cli.chart;

import io.quarry.cli.chart.ChartData.Point;
import io.quarry.plan.Chart;
import io.quarry.plan.ScreenText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Bars from left to right: one line for each place and series, or one line a place where the series are stacked. */
final class Bars {
    private static final String[] FILLS = {"█", "▒", "▓", "░", "▚", "▤", "▥", "▦"};
    private static final String[] EIGHTHS = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    private static final int WIDEST_LABEL = 40;
    private static final int MOST_LINES = 100;

    private final Chart chart;
    private final ChartData data;
    private final int width;
    private final List<String> names;
    private final Map<Object, double[]> values = new LinkedHashMap<>();

    Bars(Chart chart, ChartData data, int width) {
        this.chart = chart;
        this.data = data;
        this.width = width;
        this.names = List.copyOf(data.series().keySet());
        for (Object place : data.places()) {
            values.put(place, new double[names.size()]);
        }
        for (int i = 0; i < names.size(); i++) {
            for (Point point : data.series().get(names.get(i))) {
                values.get(point.x())[i] += point.y();
            }
        }
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        boolean stacked = isStacked();
        int labelWidth = labelWidth();
        double most = most(stacked);
        boolean legend = names.size() > 1 && chart.style().legend() == Chart.Legend.VISIBLE;
        if (legend) {
            lines.add(legend());
        }
        int drawn = 0;
        for (Map.Entry<Object, double[]> entry : values.entrySet()) {
            if (lines.size() >= MOST_LINES) {
                lines.add("... and " + (values.size() - drawn) + " more");
                break;
            }
            drawn++;
            String place = ScreenText.fit(data.label(entry.getKey()), labelWidth);
            String label = place + " ".repeat(labelWidth - ScreenText.width(place));
            if (stacked) {
                lines.add(label + " │" + stack(entry.getValue(), most, labelWidth));
            } else {
                for (int i = 0; i < names.size(); i++) {
                    String left = i == 0 ? label : " ".repeat(labelWidth);
                    lines.add(left + " │" + bar(i, entry.getValue()[i], most, labelWidth));
                }
            }
        }
        return lines;
    }

    private boolean isStacked() {
        return names.size() > 1
                && switch (chart.style().stacking()) {
                    case STACKED, STACKED100 -> true;
                    case UNSTACKED -> false;
                    case DEFAULT, MAP -> chart.kind() == Chart.Kind.COLUMNCHART || chart.kind() == Chart.Kind.BARCHART;
                };
    }

    private boolean isWhole() {
        return chart.style().stacking() == Chart.Stacking.STACKED100;
    }

    private boolean isPie() {
        return chart.kind() == Chart.Kind.PIECHART;
    }

    private int labelWidth() {
        int widest = values.keySet().stream()
                .mapToInt(place -> ScreenText.width(data.label(place)))
                .max()
                .orElse(0);
        return Math.min(widest, Math.min(WIDEST_LABEL, width / 3));
    }

    private double most(boolean stacked) {
        double most = values.values().stream()
                .mapToDouble(all ->
                        stacked ? sum(all) : java.util.Arrays.stream(all).max().orElse(0))
                .max()
                .orElse(0);
        return chart.y()
                .to()
                .filter(to -> to.value() instanceof Number)
                .map(to -> ((Number) to.value()).doubleValue())
                .orElse(most);
    }

    private static double sum(double[] values) {
        return java.util.Arrays.stream(values).filter(value -> value > 0).sum();
    }

    private String bar(int series, double value, double most, int labelWidth) {
        String text = Measure.text(value) + (isPie() ? share(value) : "");
        int room = room(labelWidth, text);
        double cells = most <= 0 ? 0 : Math.min(1, Math.max(0, value) / most) * room;
        String fill = FILLS[series % FILLS.length];
        String rest = fill.equals(FILLS[0]) ? EIGHTHS[(int) ((cells - Math.floor(cells)) * EIGHTHS.length)] : "";
        return fill.repeat((int) cells) + rest + " " + text;
    }

    private String stack(double[] parts, double most, int labelWidth) {
        double total = sum(parts);
        String text = Measure.text(total);
        int room = room(labelWidth, text);
        double scale = room / (isWhole() ? total : most);
        StringBuilder bar = new StringBuilder();
        double reached = 0;
        for (int i = 0; i < parts.length; i++) {
            reached += Math.max(0, parts[i]);
            int cells = total <= 0 ? 0 : (int) Math.min(room, Math.round(reached * scale));
            bar.append(FILLS[i % FILLS.length].repeat(Math.max(0, cells - bar.length())));
        }
        return bar + " " + text;
    }

    private int room(int labelWidth, String text) {
        return Math.max(1, width - labelWidth - text.length() - 4);
    }

    private String share(double value) {
        double total = values.values().stream().mapToDouble(Bars::sum).sum();
        return total <= 0 ? "" : String.format(java.util.Locale.ROOT, " (%.1f %%)", 100 * value / total);
    }

    private String legend() {
        StringBuilder legend = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            legend.append(i == 0 ? "" : "   ")
                    .append(FILLS[i % FILLS.length])
                    .append(' ')
                    .append(names.get(i));
        }
        return ScreenText.fit(legend.toString(), width);
    }
}
