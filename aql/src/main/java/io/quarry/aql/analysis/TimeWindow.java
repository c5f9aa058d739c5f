package io.quarry.aql.analysis;

import io.quarry.aql.catalog.AqlColumn;
import io.quarry.aql.catalog.AqlSwitch;
import io.quarry.aql.catalog.AqlType;
import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.aql.reference.Offense;
import io.quarry.aql.reference.ReferenceData;
import io.quarry.aql.reference.ReferenceDataException;
import io.quarry.aql.syntax.Expression;
import io.quarry.aql.syntax.Placeholder;
import io.quarry.aql.syntax.Query;
import io.quarry.aql.syntax.TimeClause;
import io.quarry.data.Type;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Expr;
import io.quarry.plan.Origin;
import io.quarry.plan.Parameters;
import io.quarry.plan.Repair;
import io.quarry.plan.Span;
import java.util.List;
import java.util.Optional;

/**
 * The condition on {@code starttime} that a time clause stands for. Where it is relative to now it is an expression over
 * {@link Parameters#NOW}, so that a replay can move it.
 */
final class TimeWindow {
    /** What QRadar searches without a time clause. */
    private static final long DEFAULT_MILLIS = 300_000;

    private static final long MINUTE = 60_000;

    private final QueryScope scope;
    private final ExpressionAnalyzer expressions;
    private final boolean readsView;

    /** @param source what the query reads; a global view, unlike an inner query, has no time of its own */
    TimeWindow(QueryScope scope, ExpressionAnalyzer expressions, Query.Source source) {
        this.readsView = source instanceof Query.GlobalView;
        this.scope = scope;
        this.expressions = expressions;
    }

    /** Empty where the rows have no {@code starttime}. */
    Optional<Expr> condition(Optional<TimeClause> clause, Span place) {
        Optional<AqlColumn> column = scope.rows().columns().bare("starttime").filter(c -> c.type() == AqlType.TIME);
        if (!scope.rows().isTable()) {
            clause.ifPresent(this::outside);
            return Optional.empty();
        }
        if (column.isEmpty()) {
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
            warnOfOrder(range.span(), from, to);
        } else if (clause.isPresent() && clause.get() instanceof TimeClause.OfOffense span) {
            Offense offense = offense(span);
            from = new Expr.Literal(Type.LONG, offense.start());
            to = new Expr.Literal(Type.LONG, offense.end());
        } else {
            clause.filter(span -> span instanceof TimeClause.Last last && last.millis() == 0)
                    .ifPresent(span -> scope.findings()
                            .add(AqlCode.EMPTY_WINDOW, span.span(), "no event lies in a span of time of no length"));
            long millis =
                    clause.isPresent() && clause.get() instanceof TimeClause.Last last ? last.millis() : byDefault();
            from = begin(Operators.call("-", origin, now, new Expr.Literal(Type.LONG, millis)), origin);
        }
        return Optional.of(new Expr.And(
                List.of(Operators.call("<=", origin, from, starttime), Operators.call("<=", origin, starttime, to))));
    }

    /** Zero stands for what is not known. */
    private void warnOfOrder(Span span, Expr from, Expr to) {
        boolean isEmpty = from instanceof Expr.Literal first
                && to instanceof Expr.Literal last
                && (long) last.value() != 0
                && (long) first.value() > (long) last.value();
        if (isEmpty) {
            scope.findings()
                    .add(
                            AqlCode.EMPTY_WINDOW,
                            span,
                            "START is later than STOP, so that no event lies between",
                            "START is the earlier time; STOP without seconds ends with the minute before it");
        }
    }

    private long byDefault() {
        return scope.catalog().isOn(AqlSwitch.ONE_MINUTE_BY_DEFAULT) ? MINUTE : DEFAULT_MILLIS;
    }

    private Expr begin(Expr time, Origin origin) {
        Expr seconds = Operators.call("%", origin, time, new Expr.Literal(Type.LONG, MINUTE));
        return scope.catalog().isOn(AqlSwitch.WHOLE_MINUTES) ? Operators.call("-", origin, time, seconds) : time;
    }

    /** A time clause over the rows of another query, which has its own. */
    private void outside(TimeClause clause) {
        if (clause instanceof TimeClause.Range range) {
            start(range.start());
            range.stop().ifPresent(this::stop);
        }
        if (!readsView && scope.rows().areKnown()) {
            scope.findings()
                    .add(
                            AqlCode.TIME_CLAUSE_OUTSIDE,
                            clause.span(),
                            "the rows come from another query, which searches a time of its own",
                            "write the time clause into that query");
        }
    }

    /** The span of an offense; reported, and the beginning of 1970, if it is not known. */
    private Offense offense(TimeClause.OfOffense clause) {
        ReferenceData reference = scope.catalog().reference();
        Optional<Offense> offense;
        try {
            offense = reference.offense(clause.offense());
        } catch (ReferenceDataException e) {
            scope.findings().add(AqlCode.REFERENCE_DATA, clause.span(), e.getMessage());
            return new Offense(0, 0);
        }
        if (offense.isEmpty()) {
            String message = "the span of offense " + clause.offense() + " is not known";
            scope.findings()
                    .add(
                            reference == ReferenceData.UNKNOWN ? AqlCode.NO_LOOKUP_DATA : CommonCode.UNSUPPORTED,
                            clause.span(),
                            message);
        }
        return offense.orElse(new Offense(0, 0));
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
            Optional<Placeholder> placeholder = Placeholder.of(text.value());
            if (placeholder.isPresent()) {
                placeholder.get().report(scope.findings(), instant.span());
            } else if (written.isEmpty()) {
                scope.findings()
                        .add(
                                AqlCode.NOT_CONVERTIBLE,
                                instant.span(),
                                "'" + text.value() + "' is not a point in time",
                                Instants.hint(text.value()));
            }
            return new Expr.Literal(Type.LONG, written.map(rounded::applyAsLong).orElse(0L));
        }
        String written = scope.findings().source().slice(instant.span());
        if (written.matches("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}")) {
            scope.findings()
                    .add(
                            AqlCode.TEXT_QUOTES,
                            instant.span(),
                            "a date without quotes is a subtraction",
                            "write '" + written + " 00:00' for the beginning of the day");
            return new Expr.Literal(Type.LONG, 0L);
        }
        if (written.matches("[0-9]{10}")) {
            String millis = written + "000";
            scope.findings()
                    .add(
                            Repair.replace("write milliseconds", instant.span(), millis),
                            AqlCode.TIME_UNIT,
                            instant.span(),
                            "times are milliseconds since 1970, and these look like seconds",
                            "write " + millis);
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
