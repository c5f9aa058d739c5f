package io.quarry.bench.conformance;

import io.quarry.data.Platform;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A published query with what the platform's own analyzer says of it.
 *
 * @param valid the platforms on which it has no error
 * @param place where its first error begins, if it is valid nowhere
 * @param kind of what the error is; where it is one of grammar, nothing else was looked at
 * @param best the platform for which {@code place} is said
 */
record CorpusQuery(String id, String text, Set<Platform> valid, OptionalInt place, Kind kind, Platform best) {
    /** Of what an error is. */
    enum Kind {
        GRAMMAR,
        MEANING
    }

    static final Set<Platform> PLATFORMS = EnumSet.of(Platform.DEFENDER, Platform.SENTINEL, Platform.UNIFIED);

    static CorpusQuery read(Map<?, ?> node) {
        Set<Platform> valid = EnumSet.noneOf(Platform.class);
        if (node.get("valid_on") instanceof List<?> labels) {
            labels.forEach(label -> valid.add(platform(label)));
        }
        OptionalInt place = OptionalInt.empty();
        if (node.get("diagnostics") instanceof List<?> diagnostics && !diagnostics.isEmpty()) {
            Map<?, ?> first = (Map<?, ?>) diagnostics.get(0);
            place = OptionalInt.of(((Long) first.get("start")).intValue());
        }
        Kind kind = "syntax_error".equals(node.get("label")) ? Kind.GRAMMAR : Kind.MEANING;
        Platform best = node.get("best_platform") == null ? Platform.UNIFIED : platform(node.get("best_platform"));
        return new CorpusQuery(
                String.valueOf(node.get("id")), String.valueOf(node.get("query")), valid, place, kind, best);
    }

    private static Platform platform(Object label) {
        return Platform.ofLabel(String.valueOf(label))
                .orElseThrow(() -> new IllegalArgumentException("no platform '" + label + "'"));
    }
}
