package io.quarry.functions.aggregate;

import io.quarry.data.Type;
import io.quarry.functions.aggregate.ArgExtreme.Extreme;
import io.quarry.plan.AggregateFunction;
import io.quarry.plan.Signature;
import io.quarry.processor.Aggregate;
import java.util.ArrayList;
import java.util.List;

/**
 * The building blocks of KQL's {@code arg_max} and {@code arg_min}: key and one value. A query that returns several values,
 * or the key itself, calls one for each: ties fall the same way in all.
 */
final class ArgExtremes {

    private ArgExtremes() {}

    @Aggregate(
            kql = {"arg_max", "argmax"},
            doc = "The second argument where the first is largest; the first such row, nulls lose.",
            source = "Kusto Query Language reference, arg_max()")
    static List<AggregateFunction> argMax() {
        return overloads("arg_max", Extreme.LARGEST);
    }

    @Aggregate(
            kql = {"arg_min", "argmin"},
            doc = "The second argument where the first is smallest; the first such row, nulls lose.",
            source = "Kusto Query Language reference, arg_min()")
    static List<AggregateFunction> argMin() {
        return overloads("arg_min", Extreme.SMALLEST);
    }

    private static List<AggregateFunction> overloads(String name, Extreme extreme) {
        List<AggregateFunction> overloads = new ArrayList<>();
        for (Type key : Type.values()) {
            if (key == Type.DYNAMIC) {
                continue;
            }
            for (Type value : Type.values()) {
                Signature signature = new Signature(List.of(key, value), false, value);
                overloads.add(new Listed(name, signature, () -> new ArgExtreme(value, extreme)));
            }
        }
        return overloads;
    }
}
