package io.quarry.bench.conformance;

import io.quarry.plan.SourceText;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An AQL query that a converter made of a Sigma rule.
 *
 * @param converter the converter's name
 * @param rule the rule's path among SigmaHQ's rules
 */
record ConvertedQuery(SourceText query, String converter, String rule) {
    private static final Pattern SOURCE = Pattern.compile("generated: (.*) on SigmaHQ/(.*)");

    /** The query of a corpus entry; empty if no converter made it. */
    static Optional<ConvertedQuery> read(int line, Map<?, ?> node) {
        Matcher source = SOURCE.matcher(String.valueOf(node.get("source")));
        return source.matches()
                ? Optional.of(new ConvertedQuery(
                        new SourceText("query " + line, String.valueOf(node.get("query"))),
                        source.group(1),
                        source.group(2)))
                : Optional.empty();
    }
}
