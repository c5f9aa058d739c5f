package io.quarry.kql.plugin;

import io.quarry.data.Type;
import io.quarry.kql.analysis.DynamicKeys;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Plugins that count ids along a timeline, for each combination of some dimensions: their meanings in KQL, over the columns
 * {@code id}, {@code moment} and {@code d0, d1, ...}. {@code DIMS} stands for the dimensions, {@code TEXTS} for their texts,
 * {@code CHANGES} for the condition that one is not that of the row before, {@code TIMELINE} for the timeline's type.
 *
 * @param values the parameters that are constants, by their names in the text
 * @param columns the names of the columns that come after the timeline and the dimensions
 */
record TimelinePlugin(List<Value> values, List<String> columns, String text) implements Plugin {
    /** A constant: a point or a distance on the timeline, or a whole number. */
    record Value(String parameter, String name, Kind kind) {}

    enum Kind {
        POINT,
        DISTANCE,
        COUNT
    }

    private static final Value START = new Value("Start", "start", Kind.POINT);
    private static final Value END = new Value("End", "end", Kind.POINT);

    static final TimelinePlugin ACTIVITY_COUNTS = new TimelinePlugin(
            List.of(START, END, new Value("Window", "step", Kind.DISTANCE)),
            List.of("count", "dcount", "new_dcount", "aggregated_dcount"),
            """
            let seen = rows
            | where moment between (start .. end)
            | summarize events = count() by DIMS window = bin_at(moment, step, start), id;
            seen
            | join kind=inner (seen | summarize started = min(window) by DIMS id) on DIMS id
            | summarize events = sum(events), ids = count(), fresh = countif(window == started) by DIMS window
            | sort by DIMS window asc
            | extend TEXTS one = 1
            | extend other = CHANGES false
            | extend known = row_cumsum(fresh, other)
            | project window, DIMS events, ids, fresh, known
            """);

    static final TimelinePlugin ACTIVITY_METRICS = new TimelinePlugin(
            List.of(START, END, new Value("Window", "step", Kind.DISTANCE)),
            List.of("dcount_values", "dcount_newvalues", "retention_rate", "churn_rate"),
            """
            let seen = rows
            | where moment between (start .. end)
            | summarize by DIMS window = bin_at(moment, step, start), id;
            seen
            | join kind=leftouter (seen | project DIMS window = window + step, id, stayed = 1) on DIMS window, id
            | summarize ids = count(), stayed = countif(isnotnull(stayed)) by DIMS window
            | join kind=leftouter (seen | summarize before = count() by DIMS window = window + step) on DIMS window
            | extend before = coalesce(before, 0)
            | project window, DIMS ids, fresh = ids - stayed,
                retention = todouble(stayed) / before, churn = todouble(before - stayed) / before
            """);

    static final TimelinePlugin ACTIVE_USERS = new TimelinePlugin(
            List.of(
                    START,
                    END,
                    new Value("LookbackWindow", "lookback", Kind.DISTANCE),
                    new Value("Period", "period", Kind.DISTANCE),
                    new Value("ActivePeriodsCount", "active", Kind.COUNT),
                    new Value("Bin", "step", Kind.DISTANCE)),
            List.of("dcount"),
            """
            let seen = rows | summarize by DIMS id, moment;
            seen
            | where moment between (start .. end)
            | join kind=inner (seen | project DIMS id, earlier = moment) on DIMS id
            | where earlier > moment - lookback and earlier <= moment
            | summarize by DIMS id, moment, at = bin_at(earlier, period, start)
            | summarize periods = count() by DIMS id, moment
            | where periods >= active
            | summarize by DIMS id, window = bin_at(moment, step, start)
            | summarize ids = count() by window, DIMS one = 1
            | project window, DIMS ids
            """);

    static final TimelinePlugin SLIDING_COUNTS = new TimelinePlugin(
            List.of(
                    START,
                    END,
                    new Value("LookbackWindow", "lookback", Kind.DISTANCE),
                    new Value("Bin", "step", Kind.DISTANCE)),
            List.of("Count", "Dcount"),
            """
            rows
            | extend own = bin_at(moment, step, start)
            | extend ending = iff(own + lookback - step < own, own, own + lookback - step)
            | extend ending = iff(ending > end, end, ending)
            | mv-expand window = range(own, ending, step) to typeof(TIMELINE)
            | where window >= start
            | summarize events = count() by window, DIMS id
            | summarize events = sum(events), ids = count() by window, DIMS one = 1
            | project window, DIMS events, ids
            """);

    List<String> parameters() {
        List<String> parameters = new ArrayList<>(List.of("IdColumn", "TimelineColumn"));
        values.forEach(value -> parameters.add(value.parameter()));
        parameters.add("dim...");
        return parameters;
    }

    @Override
    public Relation apply(PluginCall call) {
        OptionalInt id = call.column("IdColumn");
        OptionalInt time = call.column("TimelineColumn");
        List<Integer> dimensions = call.columns("dim");
        if (id.isEmpty()
                || time.isEmpty()
                || dimensions.size() < call.arguments("dim").size()) {
            return call.broken();
        }
        List<Integer> indexes = new ArrayList<>(List.of(id.getAsInt(), time.getAsInt()));
        indexes.addAll(dimensions);
        Relation rows = PluginQuery.columns(call, List.of("id", "moment"), indexes);
        PluginQuery query = new PluginQuery(call).table("rows", rows);
        Timeline timeline = new Timeline(call, rows.column(1));
        boolean fits = timeline.isSound() && timeline.areKeys(indexes);
        for (Value value : values) {
            Scalar given = fits ? timeline.value(value) : Scalar.UNKNOWN;
            query.value(value.name(), given);
            fits &= given.isKnown();
        }
        return fits ? renamed(call, query.run(text(dimensions.size(), rows)), indexes) : call.broken();
    }

    private String text(int dimensions, Relation rows) {
        List<String> names = PluginQuery.dimensions(dimensions);
        StringBuilder texts = new StringBuilder();
        StringBuilder changes = new StringBuilder();
        for (String name : names) {
            texts.append("text_")
                    .append(name)
                    .append(" = tostring(")
                    .append(name)
                    .append("), ");
            changes.append("text_%s != prev(text_%s) or ".formatted(name, name));
        }
        return text.replace("DIMS ", PluginQuery.listed(names))
                .replace("TEXTS ", texts)
                .replace("CHANGES ", changes)
                .replace("TIMELINE", rows.schema().type(1).label());
    }

    private Relation renamed(PluginCall call, Relation rows, List<Integer> indexes) {
        List<String> names = new ArrayList<>();
        indexes.stream()
                .skip(1)
                .forEach(index -> names.add(call.input().schema().name(index)));
        names.addAll(columns);
        return PluginQuery.renamed(rows, names);
    }

    /** The timeline of a call, and what is measured on it. */
    private record Timeline(PluginCall call, Scalar time) {
        boolean isSound() {
            boolean sound = time.type() == Type.DATETIME || time.type().isNumeric();
            if (!sound && time.isKnown()) {
                wrongType("TimelineColumn", "a datetime or a number", time.type());
            }
            return sound && time.isKnown();
        }

        boolean areKeys(List<Integer> indexes) {
            for (int index : indexes) {
                Scalar key = call.input().column(index);
                if (key.isKnown() && key.type() == Type.DYNAMIC) {
                    DynamicKeys.refuse(call.analysis(), call.span(), call.name());
                    return false;
                }
            }
            return true;
        }

        Scalar value(Value value) {
            Expression argument = call.argument(value.parameter()).orElseThrow();
            Scalar given = call.analysis().constant(argument);
            boolean whole = given.type() == Type.INT || given.type() == Type.LONG;
            boolean fits =
                    switch (value.kind()) {
                        case POINT ->
                            time.type() == Type.DATETIME
                                    ? given.type() == Type.DATETIME
                                    : given.type().isNumeric();
                        case DISTANCE ->
                            time.type() == Type.DATETIME
                                    ? given.type() == Type.TIMESPAN
                                    : given.type().isNumeric();
                        case COUNT -> whole;
                    };
            if (given.isKnown() && given.type() == Type.STRING && value.kind() == Kind.DISTANCE) {
                call.analysis().unsupported(argument.span(), "a calendar period in " + call.name());
                return Scalar.UNKNOWN;
            }
            if (given.isKnown() && !fits) {
                String expected =
                        switch (value.kind()) {
                            case POINT -> time.type() == Type.DATETIME ? "a datetime" : "a number";
                            case DISTANCE -> time.type() == Type.DATETIME ? "a timespan" : "a number";
                            case COUNT -> "a whole number";
                        };
                wrongType(value.parameter(), expected, given.type());
                return Scalar.UNKNOWN;
            }
            return fits ? given : Scalar.UNKNOWN;
        }

        private void wrongType(String parameter, String expected, Type found) {
            call.analysis()
                    .report(
                            KqlCode.WRONG_TYPE,
                            call.argument(parameter).orElseThrow().span(),
                            call.name() + " takes " + expected + " for " + parameter + ", found " + found.label());
        }
    }
}
