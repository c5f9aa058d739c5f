package io.quarry.kql.syntax;

import io.quarry.data.Type;
import io.quarry.plan.Span;
import java.util.List;
import java.util.Optional;

/**
 * What {@code find ... project} asks for.
 *
 * @param pack where a bag of all other columns is asked for
 */
public record FindOutput(List<Item> columns, Optional<Span> pack) {
    /** A column, and the type to which it is cast. */
    public record Item(Expression.Name column, Optional<Type> type) {}
}
