package io.quarry.aql.syntax;

import io.quarry.plan.Span;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

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
        Optional<Cursor> into,
        Optional<TextSearch> textSearch,
        Optional<Expression> where,
        List<Expression> groupBy,
        Optional<Expression> having,
        List<OrderItem> orderBy,
        Optional<Session> session,
        Optional<RowLimit> limit,
        Optional<TimeClause> time,
        List<Parameter> parameters,
        Span end) {
    public Query {
        items = List.copyOf(items);
        groupBy = List.copyOf(groupBy);
        orderBy = List.copyOf(orderBy);
        parameters = List.copyOf(parameters);
    }

    /** The same query over another span of time. */
    public Query over(Optional<TimeClause> other) {
        return new Query(
                span,
                distinct,
                items,
                source,
                into,
                textSearch,
                where,
                groupBy,
                having,
                orderBy,
                session,
                limit,
                other,
                parameters,
                end);
    }

    /** {@code TEXT SEARCH 'terms'} at the beginning of the conditions. */
    public record TextSearch(Span span, String terms) {}

    /** One item of the select list. */
    public record SelectItem(Span span, Expression expression, Optional<Alias> alias) {}

    /** A new name for a column. */
    public record Alias(Span span, String text) {}

    /** One key of {@code ORDER BY}. */
    public record OrderItem(Expression expression, boolean descending, Optional<Collation> collation) {}

    /** {@code COLLATE 'tag'}: the order of a language. */
    public record Collation(Span span, String tag) {}

    /**
     * {@code SESSION BY time keys ...}.
     *
     * @param timeout the longest gap between two events of a session, in milliseconds
     * @param window the longest span from the first event of a session, in milliseconds
     */
    public record Session(
            Span span,
            Expression time,
            List<Expression> keys,
            Optional<Boundary> begin,
            Optional<Boundary> end,
            OptionalLong timeout,
            OptionalLong window) {
        public Session {
            keys = List.copyOf(keys);
        }
    }

    /**
     * {@code BEGIN} or {@code END} with its condition.
     *
     * @param isExplicit true if nothing else than the condition makes the boundary
     */
    public record Boundary(boolean isExplicit, Expression condition) {}

    /** {@code LIMIT n}. */
    public record RowLimit(Span span, long rows) {}

    /** {@code INTO name}: what the result is kept under. */
    public record Cursor(Span span, String name) {}

    /** One {@code NAME=value} after {@code PARAMETERS}. */
    public record Parameter(Span span, String name, Expression value) {}

    /** What follows {@code FROM}. */
    public sealed interface Source {
        Span span();
    }

    /**
     * A table or cursor by name.
     *
     * @param isText true if the name stands in single quotes, as those of cursors may
     */
    public record NamedSource(Span span, String name, boolean isText) implements Source {}

    /** {@code FROM GLOBALVIEW('search', 'mode')}. */
    public record GlobalView(Span span, String search, String mode) implements Source {}

    /** {@code FROM (SELECT ...)}. */
    public record InnerQuery(Span span, Query query) implements Source {}

    /** A source that could not be read; it has been reported. */
    public record FaultySource(Span span) implements Source {}
}
