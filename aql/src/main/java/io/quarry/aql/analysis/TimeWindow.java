package io.quarry.aql.analysis;

import io.quarry.aql.catalog.AqlColumn;
import io.quarry.aql.catalog.AqlType;
import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.aql.syntax.Expression;
import io.quarry.aql.syntax.TimeClause;
import io.quarry.data.Type;
import io.quarry.plan.Expr;
import io.quarry.plan.Origin;
import io.quarry.plan.Parameters;
import io.quarry.plan.Span;
import java.util.List;
import java.util.Optional;

/**
 * The condition on {@code starttime} that a time clause stands for. Where it is relative to now it is an expression over
 * {@link Parameters#NOW}, so that a replay can move it.
 */
final class TimeWindow {
    /** What QRadar searches without a time clause. */
    static final long DEFAULT_MILLIS = 300_000;

    private static final long MINUTE = 60_000;

    private final QueryScope scope;
    private final ExpressionAnalyzer expressions;

    TimeWindow(QueryScope scope, ExpressionAnalyzer expressions) {
        this.scope = scope;
        this.expressions = expressions;
    }

    /** Empty where the rows have no {@code starttime}. */
    Optional<Expr> condition(Optional<TimeClause> clause, Span place) {
        Optional<AqlColumn> column = scope.rows().columns().bare("starttime").filter(c -> c.type() == AqlType.TIME);
        if (column.isEmpty() || !scope.rows().isTable()) {
            return Optional.empty();
        }
        Origin origin = scope.origin(clause.map(TimeClause::span).orElse(place));
        Expr starttime = scope.rows().read(column.get()).expr();
        Expr now = Operators.call("NOW", origin, Parameters.NOW);
        Expr from;
        Expr to = now;
        if (clause.isPresent() && clause.get() instanceof TimeClause.Range range) {
            from = start(range.start());
            to = range.stop().map(this::stop).orElse(now);
        } else {
            long millis =
                    clause.isPresent() && clause.get() instanceof TimeClause.Last last ? last.millis() : DEFAULT_MILLIS;
            from = Operators.call("-", origin, now, new Expr.Literal(Type.LONG, millis));
        }
        return Optional.of(new Expr.And(
                List.of(Operators.call("<=", origin, from, starttime), Operators.call("<=", origin, starttime, to))));
    }

    /** Seconds are dropped. */
    private Expr start(Expression instant) {
        return instant(instant, written -> written.millis() - Math.floorMod(written.millis(), MINUTE));
    }

    /** To the end of the minute if seconds are written, else to the end of the minute before. */
    private Expr stop(Expression instant) {
        return instant(instant, written -> {
            long minute = written.millis() - Math.floorMod(written.millis(), MINUTE);
            return written.hasSeconds() ? minute + MINUTE - 1 : minute - 1;
        });
    }

    private Expr instant(Expression instant, java.util.function.ToLongFunction<Instants.Written> rounded) {
        if (instant.bare() instanceof Expression.Text text) {
            Optional<Instants.Written> written = Instants.date(text.value());
            if (written.isEmpty()) {
                scope.findings()
                        .add(
                                AqlCode.NOT_CONVERTIBLE,
                                instant.span(),
                                "'" + text.value() + "' is not a point in time",
                                "write 'yyyy-MM-dd HH:mm' or 'yyyy-MM-dd HH:mm:ss'");
            }
            return new Expr.Literal(Type.LONG, written.map(rounded::applyAsLong).orElse(0L));
        }
        Typed value = expressions.analyze(instant);
        boolean fits = value.type().isNumber() && value.expr().type() == Type.LONG && !readsRows(value.expr());
        if (!fits && !value.isNothing()) {
            expressions.wrongType(instant, value.type(), "a point in time without columns");
        }
        return fits ? value.expr() : new Expr.Literal(Type.LONG, 0L);
    }

    private static boolean readsRows(Expr expr) {
        return expr instanceof Expr.Column
                || QueryScope.aggregateOf(expr).isPresent()
                || expr.children().stream().anyMatch(TimeWindow::readsRows);
    }
}
