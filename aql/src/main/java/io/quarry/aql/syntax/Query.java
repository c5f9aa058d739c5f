package io.quarry.aql.syntax;

import io.quarry.plan.Span;
import java.util.List;
import java.util.Optional;

/**
 * A query as it was written.
 *
 * @param distinct the place of {@code DISTINCT}, which AQL does not have
 * @param end where the time clause would be appended: an empty span
 */
public record Query(
        Span span,
        Optional<Span> distinct,
        List<SelectItem> items,
        Source source,
        Optional<TextSearch> textSearch,
        Optional<Expression> where,
        List<Expression> groupBy,
        Optional<Expression> having,
        List<OrderItem> orderBy,
        Optional<RowLimit> limit,
        Optional<TimeClause> time,
        Span end) {
    public Query {
        items = List.copyOf(items);
        groupBy = List.copyOf(groupBy);
        orderBy = List.copyOf(orderBy);
    }

    /** {@code TEXT SEARCH 'terms'} at the beginning of the conditions. */
    public record TextSearch(Span span, String terms) {}

    /** One item of the select list. */
    public record SelectItem(Span span, Expression expression, Optional<Alias> alias) {}

    /** A new name for a column. */
    public record Alias(Span span, String text) {}

    /** One key of {@code ORDER BY}. */
    public record OrderItem(Expression expression, boolean descending) {}

    /** {@code LIMIT n}. */
    public record RowLimit(Span span, long rows) {}

    /** What follows {@code FROM}. */
    public sealed interface Source {
        Span span();
    }

    /** A table or cursor by name. */
    public record NamedSource(Span span, String name) implements Source {}

    /** {@code FROM (SELECT ...)}. */
    public record InnerQuery(Span span, Query query) implements Source {}

    /** A source that could not be read; it has been reported. */
    public record FaultySource(Span span) implements Source {}
}
