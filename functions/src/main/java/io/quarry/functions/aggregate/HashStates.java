package io.quarry.functions.aggregate;

import io.quarry.plan.FunctionException;
import io.quarry.processor.Nulls;
import io.quarry.processor.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The states that {@code hll} makes: {@code [[1024, bits], hashes, []]}, the hashes as texts. The service turns many hashes
 * into registers; here all stay, so that counts are exact.
 */
final class HashStates {
    static final long DEFAULT_ACCURACY = 1;

    private static final String SOURCE = "Kusto Query Language reference, hll() and what is taken of it";

    /** How many hashes the service keeps as they are. */
    private static final long KEPT = 1024;

    /** The bits of a register's number, by accuracy. */
    private static final List<Long> BITS = List.of(12L, 14L, 16L, 17L, 18L);

    private HashStates() {}

    static Object of(long accuracy, Set<Long> hashes) {
        int index = (int) Math.max(0, Math.min(BITS.size() - 1, accuracy));
        return state(BITS.get(index), hashes.stream().map(String::valueOf).toList());
    }

    private static Object state(Object bits, Iterable<String> hashes) {
        List<Object> texts = new ArrayList<>();
        hashes.forEach(texts::add);
        return List.of(List.of(KEPT, bits), texts, List.of());
    }

    /** The hashes of a state; none for what is no state. */
    private static Set<String> hashes(Object state) {
        Set<String> hashes = new LinkedHashSet<>();
        if (state instanceof List<?> parts && parts.size() == 3 && parts.get(1) instanceof List<?> texts) {
            if (parts.get(2) instanceof List<?> registers && !registers.isEmpty()) {
                throw new FunctionException("a hll state with registers is not supported");
            }
            texts.forEach(text -> hashes.add(String.valueOf(text)));
        }
        return hashes;
    }

    /** The state of the hashes of all; null of no states. */
    static Object merged(Iterable<?> states) {
        Set<String> all = new LinkedHashSet<>();
        Object bits = null;
        for (Object state : states) {
            if (state instanceof List<?> parts && parts.size() == 3) {
                boolean hasBits = parts.get(0) instanceof List<?> head && head.size() == 2;
                bits = bits == null && hasBits ? ((List<?>) parts.get(0)).get(1) : bits;
                all.addAll(hashes(state));
            }
        }
        return bits == null ? null : state(bits, all);
    }

    @Scalar(
            kql = "dcount_hll",
            doc = "The number of distinct values of which a state was made.",
            example = "dcount_hll(dynamic([[1024,14],['1','2'],[]])) -> 2",
            source = SOURCE)
    static Long count(Object state) {
        return state instanceof List ? Long.valueOf(hashes(state).size()) : null;
    }

    @Scalar(
            kql = "dcount_hll in common",
            doc = "The number of distinct values of which every state was made.",
            source = "Kusto Query Language reference, dcount_intersect plugin")
    static Long countInCommon(Object... states) {
        Set<String> common = null;
        for (Object state : states) {
            if (!(state instanceof List)) {
                return null;
            }
            if (common == null) {
                common = hashes(state);
            } else {
                common.retainAll(hashes(state));
            }
        }
        return common == null ? null : Long.valueOf(common.size());
    }

    @Scalar(
            kql = "hll_merge",
            doc = "The state of the values of all states.",
            example = "dcount_hll(hll_merge(dynamic([[1024,14],['1'],[]]), dynamic([[1024,14],['1','2'],[]]))) -> 2",
            source = SOURCE,
            nulls = Nulls.SEEN)
    static Object merge(Object... states) {
        List<Object> all = new ArrayList<>();
        for (Object state : states) {
            all.add(state);
        }
        return merged(all);
    }
}
