package io.quarry.kql.plugin;

import io.quarry.data.Type;
import io.quarry.kql.relation.Relation;
import io.quarry.plan.Expr;
import java.util.List;
import java.util.Optional;

/** {@code basket}: the patterns that at least a part of the rows have, without those that another says of the same rows. */
final class BasketPlugin {
    private static final Expr.Literal THRESHOLD = new Expr.Literal(Type.REAL, 0.05);
    private static final Expr.Literal DIMENSIONS = new Expr.Literal(Type.LONG, 5L);

    private BasketPlugin() {}

    static Relation apply(PluginCall call) {
        Optional<PatternCall> patterns = PatternCall.of(call);
        Optional<Expr.Literal> threshold = PatternCall.number(call, "Threshold", THRESHOLD, List.of(0.015, 1));
        Optional<Expr.Literal> dimensions =
                PatternCall.number(call, "MaxDimensions", DIMENSIONS, List.of(1, Integer.MAX_VALUE));
        return patterns.isEmpty() || threshold.isEmpty() || dimensions.isEmpty()
                ? call.broken()
                : patterns.get().found("frequent patterns", List.of(threshold.get(), dimensions.get()));
    }
}
