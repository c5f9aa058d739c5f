package io.quarry.plan;

import io.quarry.data.Field;
import io.quarry.data.Schema;
import io.quarry.data.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How a query wants its rows drawn. It changes no row; whoever shows the rows may draw them so.
 *
 * @param title empty if none is given
 * @param columns those that are named; {@link #columnsOf} finds the others
 */
public record Chart(Kind kind, String title, Columns columns, Axis x, Axis y, Style style) {
    public Chart {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(columns, "columns");
        Objects.requireNonNull(x, "x");
        Objects.requireNonNull(y, "y");
        Objects.requireNonNull(style, "style");
    }

    /** The forms of charts. */
    public enum Kind {
        ANOMALYCHART,
        AREACHART,
        BARCHART,
        CARD,
        COLUMNCHART,
        GRAPH,
        LADDERCHART,
        LINECHART,
        LIST,
        PIECHART,
        PIVOTCHART,
        PLOTLY,
        SANKEY,
        SCATTERCHART,
        STACKEDAREACHART,
        TABLE,
        TIMECHART,
        TIMELINE,
        TIMEPIVOT,
        TREEMAP;

        /** The name as queries write it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> ofLabel(String label) {
            return Arrays.stream(values())
                    .filter(kind -> kind.label().equals(label))
                    .findFirst();
        }

        private boolean isOverTime() {
            return this == TIMECHART || this == ANOMALYCHART || this == TIMELINE || this == TIMEPIVOT;
        }
    }

    /**
     * What the columns of the rows are for.
     *
     * @param x empty if there is none
     * @param y the measures
     * @param series their values together tell the series apart
     * @param anomalies measures whose points are marked
     */
    public record Columns(Optional<String> x, List<String> y, List<String> series, List<String> anomalies) {
        public Columns {
            Objects.requireNonNull(x, "x");
            y = List.copyOf(y);
            series = List.copyOf(series);
            anomalies = List.copyOf(anomalies);
        }
    }

    /**
     * One of the two axes.
     *
     * @param title empty if none is given
     * @param from where it begins; by the data if empty
     * @param to where it ends; by the data if empty
     */
    public record Axis(String title, Scale scale, Optional<Expr.Literal> from, Optional<Expr.Literal> to) {
        public Axis {
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(scale, "scale");
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
        }
    }

    /** How an axis is divided. */
    public enum Scale {
        LINEAR,
        LOG
    }

    /** How the series stand to each other. */
    public record Style(Stacking stacking, Split split, Legend legend, Accumulation accumulation) {}

    /** Whether the series of bars and areas stand on one another. */
    public enum Stacking {
        DEFAULT,
        UNSTACKED,
        STACKED,
        /** Each whole is drawn as 100 per cent. */
        STACKED100,
        /** Points on a map, by longitude and latitude. */
        MAP
    }

    /** Whether several measures share an axis. */
    public enum Split {
        NONE,
        AXES,
        PANELS
    }

    /** Whether the names of the series are shown. */
    public enum Legend {
        VISIBLE,
        HIDDEN
    }

    /** Whether each point is the sum of those up to it. */
    public enum Accumulation {
        NONE,
        SUMS
    }

    /**
     * What each column of those rows is for. What is not named is found as the platform's clients do: a chart over time
     * takes the first point in time for x, other line charts the first column that has an order, bars and slices the first
     * column; the numbers among the rest are measures and the texts tell the series apart. Rows that hold whole series in
     * arrays have the axis in the last one.
     */
    public Columns columnsOf(Schema schema) {
        Optional<String> axis = columns.x().or(() -> axis(schema));
        List<String> measures = columns.y();
        if (measures.isEmpty()) {
            boolean arrays = axis.isPresent() && schema.type(schema.indexOf(axis.get())) == Type.DYNAMIC;
            measures = others(schema, axis, type -> arrays ? type == Type.DYNAMIC : type.isNumeric());
        }
        List<String> series = columns.series();
        if (series.isEmpty()) {
            series = others(schema, axis, type -> type == Type.STRING || type == Type.GUID || type == Type.BOOL);
        }
        return new Columns(axis, measures, series, columns.anomalies());
    }

    private Optional<String> axis(Schema schema) {
        Predicate<Type> fits =
                switch (kind) {
                    case TIMECHART, ANOMALYCHART, TIMELINE, TIMEPIVOT -> type -> type == Type.DATETIME;
                    case LINECHART, AREACHART, STACKEDAREACHART, SCATTERCHART ->
                        type -> type.isNumeric() || type == Type.DATETIME || type == Type.TIMESPAN;
                    default -> type -> true;
                };
        Optional<String> first = first(schema, fits);
        boolean drawsLines = kind.isOverTime() || kind == Kind.LINECHART || kind == Kind.AREACHART;
        return first.or(() -> drawsLines ? last(schema, type -> type == Type.DYNAMIC) : Optional.empty())
                .or(() -> first(schema, type -> true));
    }

    private static Optional<String> first(Schema schema, Predicate<Type> fits) {
        return schema.fields().stream()
                .filter(field -> fits.test(field.type()))
                .map(Field::name)
                .findFirst();
    }

    private static Optional<String> last(Schema schema, Predicate<Type> fits) {
        return schema.fields().stream()
                .filter(field -> fits.test(field.type()))
                .map(Field::name)
                .reduce((earlier, later) -> later);
    }

    private List<String> others(Schema schema, Optional<String> axis, Predicate<Type> fits) {
        List<String> names = new ArrayList<>();
        for (Field field : schema.fields()) {
            boolean taken = axis.equals(Optional.of(field.name()))
                    || columns.y().contains(field.name())
                    || columns.series().contains(field.name());
            if (!taken && fits.test(field.type())) {
                names.add(field.name());
            }
        }
        return names;
    }
}
