package io.quarry.sigma;

import io.quarry.plan.Plan;
import io.quarry.plan.SourceText;
import io.quarry.plan.Span;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A Sigma rule that can run.
 *
 * @param source the text that the rule was read from
 * @param span the rule's document within it
 * @param attributes all attributes of the rule whose value is one text, such as {@code name} and {@code status}, standard and
 *     custom, as they are written
 * @param plan a {@link Plan.Filter} over a {@link Plan.Scan} of {@code sigma:events}, whose columns are those that the
 *     condition reads, all text
 */
public record SigmaRule(SourceText source, Span span, Map<String, String> attributes, LogSource logSource, Plan plan) {
    public SigmaRule {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(span, "span");
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        Objects.requireNonNull(logSource, "logSource");
        Objects.requireNonNull(plan, "plan");
    }

    /** The rule's UUID; empty where it has none. */
    public String id() {
        return attribute("id");
    }

    public String title() {
        return attribute("title");
    }

    /** {@code informational}, {@code low}, {@code medium}, {@code high} or {@code critical}; empty where not stated. */
    public String level() {
        return attribute("level");
    }

    /** An attribute of one text, also a custom one such as {@code branch}; empty where the rule does not have it. */
    public String attribute(String key) {
        return attributes.getOrDefault(key, "");
    }
}
