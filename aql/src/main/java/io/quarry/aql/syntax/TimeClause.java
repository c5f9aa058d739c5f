package io.quarry.aql.syntax;

import io.quarry.plan.Span;
import java.util.Optional;

/** The span of time that a query searches. */
public sealed interface TimeClause {
    Span span();

    /**
     * {@code LAST n unit}.
     *
     * @param millis the length of the span
     */
    record Last(Span span, long millis) implements TimeClause {}

    /** {@code TIMES OFFENSE_TIME(n)}: the span of an offense. */
    record OfOffense(Span span, long offense) implements TimeClause {}

    /** One that could not be read; it has been reported. */
    record Unread(Span span) implements TimeClause {}

    /** {@code START a STOP b}; without {@code STOP} until now. */
    record Range(Span span, Expression start, Optional<Expression> stop) implements TimeClause {}
}
