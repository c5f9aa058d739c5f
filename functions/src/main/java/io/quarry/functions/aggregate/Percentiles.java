package io.quarry.functions.aggregate;

import io.quarry.data.Type;
import io.quarry.functions.aggregate.RankedValues.Asked;
import io.quarry.functions.aggregate.RankedValues.Weights;
import io.quarry.plan.AggregateFunction;
import io.quarry.plan.Signature;
import io.quarry.processor.Aggregate;
import java.util.ArrayList;
import java.util.List;

/** Percentiles by nearest rank, and the states that percentiles are taken of later. */
final class Percentiles {
    private static final List<Type> TYPES = List.of(Type.INT, Type.LONG, Type.REAL, Type.DATETIME, Type.TIMESPAN);

    private Percentiles() {}

    @Aggregate(
            kql = "percentile",
            doc = "The value at the nearest rank; of none, null.",
            source = "Kusto Query Language reference, percentile()",
            differs = "Exact, where the service estimates.")
    static List<AggregateFunction> percentile() {
        return overloads("percentile", Weights.ONE, Asked.PERCENTILE);
    }

    @Aggregate(
            kql = "percentilew",
            doc = "The value at the nearest rank, where each counts as often as its weight says; of none, null.",
            source = "Kusto Query Language reference, percentilew()",
            differs = "Exact, where the service estimates.")
    static List<AggregateFunction> percentilew() {
        return overloads("percentilew", Weights.GIVEN, Asked.PERCENTILE);
    }

    @Aggregate(
            kql = "percentiles_array",
            doc = "Array of the values at the nearest ranks; of none, null.",
            source = "Kusto Query Language reference, percentiles_array()",
            differs = "Exact, where the service estimates.")
    static List<AggregateFunction> percentilesArray() {
        return overloads("percentiles_array", Weights.ONE, Asked.PERCENTILES);
    }

    @Aggregate(
            kql = "percentilesw_array",
            doc = "Array of the values at the nearest ranks by weight; of none, null.",
            source = "Kusto Query Language reference, percentilesw_array()",
            differs = "Exact, where the service estimates.")
    static List<AggregateFunction> percentileswArray() {
        return overloads("percentilesw_array", Weights.GIVEN, Asked.PERCENTILES);
    }

    @Aggregate(
            kql = "tdigest",
            doc = "State of which percentiles can be taken later, with or without weights; of no values, null.",
            source = "Kusto Query Language reference, tdigest()",
            differs = "Holds all values, where the service keeps centroids.")
    static List<AggregateFunction> tdigest() {
        List<AggregateFunction> overloads = overloads("tdigest", Weights.ONE, Asked.DIGEST);
        overloads.addAll(overloads("tdigest", Weights.GIVEN, Asked.DIGEST));
        return overloads;
    }

    private static List<AggregateFunction> overloads(String name, Weights weights, Asked asked) {
        List<AggregateFunction> overloads = new ArrayList<>();
        for (Type type : TYPES) {
            List<Type> parameters = new ArrayList<>(List.of(type));
            if (weights == Weights.GIVEN) {
                parameters.add(Type.LONG);
            }
            if (asked != Asked.DIGEST) {
                parameters.add(asked == Asked.PERCENTILE ? Type.REAL : Type.DYNAMIC);
            }
            Signature signature = new Signature(parameters, false, asked == Asked.PERCENTILE ? type : Type.DYNAMIC);
            overloads.add(new Listed(name, signature, () -> new RankedValues(type, weights, asked)));
        }
        return overloads;
    }
}
