package io.quarry.aql.analysis;

import io.quarry.aql.catalog.AqlSwitch;
import io.quarry.aql.syntax.Query;
import io.quarry.data.Type;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Expr;
import io.quarry.plan.Plan;
import io.quarry.plan.SortKey;
import io.quarry.plan.WindowFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * {@code SESSION BY}: rows in the order of time are cut into sessions, which are numbered from 1 in the order in which they
 * begin. A cut is where the values change, where {@code BEGIN} holds, after a row where {@code END} holds, where the gap to
 * the row before is longer than {@code TIMEOUT}, and where the span since the first row is longer than {@code TIMEWINDOW}.
 * After {@code EXPLICIT BEGIN} only what begins with it is a session; with {@code EXPLICIT END} a {@code BEGIN} makes no cut.
 */
final class Sessions {
    /** Rows, and the number of the session of each. */
    record Numbered(Plan rows, Expr session) {}

    private static final Expr YES = new Expr.Literal(Type.BOOL, true);
    private static final Expr NO = new Expr.Literal(Type.BOOL, false);
    private static final Expr ONE = new Expr.Literal(Type.LONG, 1L);
    private static final Expr ZERO = new Expr.Literal(Type.LONG, 0L);
    private static final Expr NOTHING = new Expr.Literal(Type.LONG, null);

    private final QueryScope scope;
    private final Query.Session session;
    private final Expr time;
    private final List<Expr> keys;
    private final Expr begins;
    private final Expr ends;

    Sessions(QueryScope scope, ExpressionAnalyzer expressions, Query.Session session) {
        this.scope = scope;
        this.session = session;
        this.time = time(expressions);
        this.keys = session.keys().stream()
                .map(key -> expressions.analyze(key).expr())
                .toList();
        this.begins = session.begin()
                .map(begin -> expressions.condition(begin.condition()))
                .orElse(NO);
        this.ends =
                session.end().map(end -> expressions.condition(end.condition())).orElse(NO);
        refuse();
    }

    private Expr time(ExpressionAnalyzer expressions) {
        Typed typed = expressions.analyze(session.time());
        boolean fits = typed.type().isNumber() && typed.expr().type() == Type.LONG;
        if (!fits && !typed.isNothing()) {
            expressions.wrongType(session.time(), typed.type(), "a time in milliseconds");
        }
        return fits ? typed.expr() : ZERO;
    }

    private void refuse() {
        if (isExplicitBegin() && isExplicitEnd() && session.window().isPresent()) {
            scope.findings()
                    .add(
                            CommonCode.UNSUPPORTED,
                            session.span(),
                            "TIMEWINDOW cannot be run together with EXPLICIT BEGIN and EXPLICIT END");
        }
        if (aggregates(time)
                || keys.stream().anyMatch(Sessions::aggregates)
                || aggregates(begins)
                || aggregates(ends)) {
            scope.findings().add(CommonCode.UNSUPPORTED, session.span(), "SESSION BY cannot be run over aggregates");
        }
    }

    private static boolean aggregates(Expr expr) {
        return QueryScope.hasAggregate(expr) || QueryScope.hasSession(expr);
    }

    private boolean isExplicitBegin() {
        return session.begin().map(Query.Boundary::isExplicit).orElse(false);
    }

    private boolean isExplicitEnd() {
        return session.end().map(Query.Boundary::isExplicit).orElse(false);
    }

    /** The rows with columns more, and the number of the session over them, null outside of any. */
    Numbered number(Plan rows) {
        Plan inTime = sorted(rows, time);
        WindowSteps places = new WindowSteps(inTime, List.of());
        Expr place = places.add(WindowFunction.ROW_NUMBER, ONE, NO);
        boolean perValue = scope.catalog().isOn(AqlSwitch.SESSION_PER_VALUE);
        WindowSteps steps = new WindowSteps(places.plan(), perValue ? keys : List.of());
        Expr isCut = isCut(steps, perValue ? List.of() : keys);
        Expr start = steps.add(
                WindowFunction.SESSION_START, time, beyond(session.window()), beyond(session.timeout()), isCut);
        Expr before = steps.add(WindowFunction.PREVIOUS, start, ONE, NOTHING);
        Expr isNew = new Expr.Or(List.of(isCut, differs(start, before)));
        if (!isExplicitBegin()) {
            Expr opening = steps.add(WindowFunction.SESSION_START, place, NOTHING, NOTHING, isNew);
            return ranked(steps.plan(), opening);
        }
        Expr begun = steps.add(WindowFunction.CUMULATIVE_SUM, counted(begins), isNew);
        Expr isFirst = new Expr.And(List.of(begins, call("=", begun, ONE)));
        Expr first = steps.add(
                WindowFunction.SESSION_START, place, NOTHING, NOTHING, isTrue(new Expr.Or(List.of(isNew, isFirst))));
        Expr inside = new Expr.Case(List.of(call("=", begun, ZERO)), List.of(NOTHING), first);
        return ranked(steps.plan(), inside);
    }

    /** Rows in the order of their sessions. */
    private Numbered ranked(Plan rows, Expr first) {
        WindowSteps ranks = new WindowSteps(sorted(rows, first), List.of());
        Expr rank = ranks.add(WindowFunction.DENSE_RANK, first, NO);
        return new Numbered(ranks.plan(), new Expr.Case(List.of(call("IS NULL", first)), List.of(NOTHING), rank));
    }

    private static Plan sorted(Plan rows, Expr key) {
        SortKey ascending = new SortKey(key, SortKey.Direction.ASCENDING, SortKey.Nulls.LAST);
        return new Plan.Sort(rows, List.of(ascending), OptionalLong.empty());
    }

    /** True where a session begins whatever the time, the first one aside. */
    private Expr isCut(WindowSteps steps, List<Expr> changing) {
        List<Expr> cuts = new ArrayList<>();
        if (!isExplicitEnd()) {
            cuts.add(begins);
        }
        Expr ended = steps.add(WindowFunction.PREVIOUS, counted(ends), ONE, ZERO);
        cuts.add(call("=", ended, ONE));
        for (Expr key : changing) {
            Expr rank = steps.add(WindowFunction.DENSE_RANK, key, NO);
            Expr before = steps.add(WindowFunction.PREVIOUS, rank, ONE, NOTHING);
            cuts.add(differs(rank, before));
        }
        return isTrue(new Expr.Or(cuts));
    }

    /** The least span that is longer; null if there is no limit. */
    private static Expr beyond(OptionalLong millis) {
        return millis.isPresent() ? new Expr.Literal(Type.LONG, millis.getAsLong() + 1) : NOTHING;
    }

    private Expr differs(Expr value, Expr before) {
        return isTrue(new Expr.Not(call("=", value, before)));
    }

    private static Expr isTrue(Expr condition) {
        return new Expr.Case(List.of(condition), List.of(YES), NO);
    }

    private static Expr counted(Expr condition) {
        return new Expr.Case(List.of(condition), List.of(ONE), ZERO);
    }

    private Expr call(String name, Expr... arguments) {
        return Operators.call(name, scope.origin(session.span()), arguments);
    }
}
