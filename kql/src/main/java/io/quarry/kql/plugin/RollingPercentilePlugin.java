package io.quarry.kql.plugin;

import io.quarry.data.Type;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.type.Constants;
import io.quarry.plan.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** {@code rolling_percentile}: for each bin that has rows, a percentile of the values in it and in the bins before. */
final class RollingPercentilePlugin {
    private static final String TEXT = """
            let binned = rows | extend own = bin(moment, step);
            binned
            | mv-expand ahead = range(0, bins - 1, 1) to typeof(long)
            | extend window = own + ahead * step
            | join kind=inner (binned | summarize by DIMS window = own) on DIMS window
            | summarize value = percentile(value, part) by DIMS window
            | project window, DIMS value
            """;

    private RollingPercentilePlugin() {}

    static Relation apply(PluginCall call) {
        OptionalInt value = call.column("ValueColumn");
        OptionalInt index = call.column("IndexColumn");
        List<Integer> dimensions = call.columns("dim");
        Optional<Expr.Literal> percentile = call.constant("Percentile", Type.REAL);
        Optional<Expr.Literal> bins = call.constant("BinsPerWindow", Type.LONG);
        Scalar step = call.analysis().constant(call.argument("BinSize").orElseThrow());
        if (value.isEmpty()
                || index.isEmpty()
                || dimensions.size() < call.arguments("dim").size()
                || percentile.isEmpty()
                || bins.isEmpty()
                || !step.isKnown()) {
            return call.broken();
        }
        Type line = call.input().schema().type(index.getAsInt());
        boolean steps = line == Type.DATETIME || line == Type.TIMESPAN
                ? step.type() == Type.TIMESPAN
                : line.isNumeric() && step.type().isNumeric();
        if (!steps) {
            call.analysis()
                    .report(
                            KqlCode.WRONG_TYPE,
                            call.argument("BinSize").orElseThrow().span(),
                            "no bins of type " + step.type().label() + " on an index of type " + line.label());
            return call.broken();
        }
        List<Integer> indexes = new ArrayList<>(List.of(value.getAsInt(), index.getAsInt()));
        indexes.addAll(dimensions);
        Relation rows = new PluginQuery(call)
                .table("rows", PluginQuery.columns(call, List.of("value", "moment"), indexes))
                .value("step", step)
                .value("bins", Scalar.of(bins.get()))
                .value("part", Scalar.of(percentile.get()))
                .run(TEXT.replace("DIMS ", PluginQuery.listed(PluginQuery.dimensions(dimensions.size()))));
        List<String> names = new ArrayList<>();
        indexes.stream()
                .skip(1)
                .forEach(column -> names.add(call.input().schema().name(column)));
        names.add(name(call, value.getAsInt(), bins.get()));
        return PluginQuery.renamed(rows, names);
    }

    private static String name(PluginCall call, int value, Expr.Literal bins) {
        Scalar written = call.analysis().constant(call.argument("Percentile").orElseThrow());
        Object percentile = Constants.literal(written.expr()).orElseThrow().value();
        return "rolling_" + bins.value() + "_percentile_"
                + call.input().schema().name(value) + "_" + percentile;
    }
}
