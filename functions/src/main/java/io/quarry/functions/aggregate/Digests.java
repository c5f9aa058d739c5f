package io.quarry.functions.aggregate;

import io.quarry.functions.order.DynamicOrder;
import io.quarry.processor.Nulls;
import io.quarry.processor.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The states that {@code tdigest} makes: {@code [[7], values, weights]}, the values in order. The service's states hold
 * centroids, these all distinct values, so what is taken of them is exact.
 */
final class Digests {
    private static final String SOURCE = "Kusto Query Language reference, tdigest() and what is taken of it";

    /** The number with which the reference's examples begin. */
    private static final long KIND = 7;

    private Digests() {}

    static List<Object> of(List<Object> values, List<Object> weights) {
        return List.of(List.of(KIND), values, weights);
    }

    /** The weights of a state's values, in order; empty for what is no state. */
    private static TreeMap<Object, Long> read(Object state) {
        TreeMap<Object, Long> weights = new TreeMap<>(DynamicOrder::compare);
        add(state, weights);
        return weights;
    }

    static void add(Object state, Map<Object, Long> weights) {
        boolean isState = state instanceof List<?> parts
                && parts.size() == 3
                && parts.get(1) instanceof List<?> values
                && parts.get(2) instanceof List<?> counts
                && values.size() == counts.size();
        if (!isState) {
            return;
        }
        List<?> values = (List<?>) ((List<?>) state).get(1);
        List<?> counts = (List<?>) ((List<?>) state).get(2);
        for (int i = 0; i < values.size(); i++) {
            if (counts.get(i) instanceof Number count) {
                weights.merge(values.get(i), count.longValue(), Long::sum);
            }
        }
    }

    /** The state that holds these values; null of none. */
    static Object state(Map<Object, Long> weights) {
        return weights.isEmpty() ? null : of(new ArrayList<>(weights.keySet()), new ArrayList<>(weights.values()));
    }

    @Scalar(
            kql = {"merge_tdigest", "tdigest_merge"},
            doc = "The state of the values of all states.",
            example = "merge_tdigest(dynamic([[7],[1,3],[1,1]]), dynamic([[7],[2,3],[1,1]]))"
                    + " -> dynamic([[7],[1,2,3],[1,1,2]])",
            source = SOURCE,
            nulls = Nulls.SEEN)
    static Object merge(Object... states) {
        TreeMap<Object, Long> weights = new TreeMap<>(DynamicOrder::compare);
        for (Object state : states) {
            add(state, weights);
        }
        return state(weights);
    }

    @Scalar(
            kql = "percentile_tdigest",
            doc = "The value at the nearest rank among those of a state; null of none.",
            example = "percentile_tdigest(dynamic([[7],[1,2,9],[5,4,1]]), 60.0) -> dynamic(2)",
            source = SOURCE)
    static Object percentile(Object state, double percent) {
        return at(read(state), percent);
    }

    @Scalar(
            kql = "percentiles_array_tdigest",
            doc = "Array of the values at the nearest ranks.",
            example = "percentiles_array_tdigest(dynamic([[7],[1,2],[1,1]]), 50.0, 100.0) -> dynamic([1,2])",
            source = SOURCE)
    static Object percentiles(Object state, double... percents) {
        List<Object> list = new ArrayList<>();
        for (double percent : percents) {
            list.add(percent);
        }
        return percentiles(state, (Object) list);
    }

    @Scalar(
            kql = "percentiles_array_tdigest",
            doc = "Array of the values at the nearest ranks.",
            example = "percentiles_array_tdigest(dynamic([[7],[1,2],[1,1]]), dynamic([50,100])) -> dynamic([1,2])",
            source = SOURCE)
    static Object percentiles(Object state, Object percents) {
        TreeMap<Object, Long> weights = read(state);
        if (weights.isEmpty() || !(percents instanceof List<?> list)) {
            return null;
        }
        List<Object> array = new ArrayList<>();
        for (Object percent : list) {
            array.add(percent instanceof Number number ? at(weights, number.doubleValue()) : null);
        }
        return array;
    }

    private static Object at(TreeMap<Object, Long> weights, double percent) {
        Ranked places = new Ranked();
        List<Object> values = new ArrayList<>(weights.keySet());
        for (int i = 0; i < values.size(); i++) {
            places.add(i, weights.get(values.get(i)));
        }
        if (places.isEmpty()) {
            return null;
        }
        places.sort();
        return values.get((int) places.at(percent));
    }

    @Scalar(
            kql = "rank_tdigest",
            doc = "How many of a state's values are at most that large.",
            example = "rank_tdigest(dynamic([[7],[1,2,9],[5,4,1]]), dynamic(3)) -> 9.0",
            source = SOURCE)
    static Double rank(Object state, Object value) {
        TreeMap<Object, Long> weights = read(state);
        return weights.isEmpty() ? null : Double.valueOf(total(weights.headMap(value, true)));
    }

    @Scalar(
            kql = "percentrank_tdigest",
            doc = "How many of a hundred of a state's values are at most that large.",
            example = "percentrank_tdigest(dynamic([[7],[1,2,9],[5,4,1]]), dynamic(3)) -> 90.0",
            source = SOURCE)
    static Double percentRank(Object state, Object value) {
        TreeMap<Object, Long> weights = read(state);
        return weights.isEmpty() ? null : Double.valueOf(100.0 * total(weights.headMap(value, true)) / total(weights));
    }

    private static double total(Map<Object, Long> weights) {
        return weights.values().stream().mapToDouble(Long::doubleValue).sum();
    }
}
