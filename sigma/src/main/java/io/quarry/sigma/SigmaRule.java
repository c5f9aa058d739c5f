package io.quarry.sigma;

import io.quarry.plan.Plan;
import io.quarry.plan.SourceText;
import io.quarry.plan.Span;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A Sigma rule that can run.
 *
 * @param source the text that the rule was read from
 * @param span the rule's document within it
 * @param attributes all attributes of the rule whose value is one text, standard and custom, as they are written
 * @param tags for example {@code attack.t1127.002}
 * @param fields the fields that the author wants to see with a match
 * @param plan a {@link Plan.Filter} over a {@link Plan.Scan} of {@code sigma:events}, whose columns are those that the
 *     condition reads, all text
 */
public record SigmaRule(
        SourceText source,
        Span span,
        Map<String, String> attributes,
        LogSource logSource,
        List<String> tags,
        List<String> fields,
        Plan plan) {
    public SigmaRule {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(span, "span");
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        Objects.requireNonNull(logSource, "logSource");
        tags = List.copyOf(tags);
        fields = List.copyOf(fields);
        Objects.requireNonNull(plan, "plan");
    }

    /** The rule's UUID; empty where it has none. */
    public String id() {
        return attribute("id");
    }

    public String title() {
        return attribute("title");
    }

    /** The name by which correlations refer to the rule; empty where it has none. */
    public String name() {
        return attribute("name");
    }

    /** {@code informational}, {@code low}, {@code medium}, {@code high} or {@code critical}; empty where not stated. */
    public String level() {
        return attribute("level");
    }

    /** {@code stable}, {@code test}, {@code experimental}, {@code deprecated}, {@code unsupported}; empty where not stated. */
    public String status() {
        return attribute("status");
    }

    /** An attribute of one text, also a custom one such as {@code branch}; empty where the rule does not have it. */
    public String attribute(String key) {
        return attributes.getOrDefault(key, "");
    }
}
