package io.quarry.kql.plugin;

import io.quarry.data.Type;
import io.quarry.kql.relation.Relation;
import io.quarry.plan.Expr;
import java.util.List;
import java.util.Optional;

/** {@code autocluster}: a few patterns that say much of many rows. */
final class AutoclusterPlugin {
    private static final Expr.Literal SIZE_WEIGHT = new Expr.Literal(Type.REAL, 0.5);
    private static final Expr.Literal SEEDS = new Expr.Literal(Type.LONG, 25L);

    private AutoclusterPlugin() {}

    static Relation apply(PluginCall call) {
        Optional<PatternCall> patterns = PatternCall.of(call);
        Optional<Expr.Literal> sizeWeight = PatternCall.number(call, "SizeWeight", SIZE_WEIGHT, List.of(0, 1));
        Optional<Expr.Literal> seeds = PatternCall.number(call, "NumSeeds", SEEDS, List.of(1, Integer.MAX_VALUE));
        return patterns.isEmpty() || sizeWeight.isEmpty() || seeds.isEmpty()
                ? call.broken()
                : patterns.get().found("seeded patterns", List.of(sizeWeight.get(), seeds.get()));
    }
}
