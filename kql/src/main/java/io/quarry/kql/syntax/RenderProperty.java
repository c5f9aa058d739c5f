package io.quarry.kql.syntax;

import io.quarry.plan.Span;
import java.util.List;

/**
 * A property of a chart: {@code name = values}.
 *
 * @param span of the name
 * @param values one, or several columns
 */
public record RenderProperty(Span span, String name, List<Expression> values) {
    public RenderProperty {
        values = List.copyOf(values);
    }
}
