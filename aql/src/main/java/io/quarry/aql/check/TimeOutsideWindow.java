package io.quarry.aql.check;

import io.quarry.aql.catalog.AqlSwitch;
import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.aql.syntax.BinaryOperator;
import io.quarry.aql.syntax.Expression;
import io.quarry.aql.syntax.Query;
import io.quarry.plan.Repair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Queries without a time clause: QRadar searches five minutes, whatever the conditions on {@code starttime} say. */
final class TimeOutsideWindow implements Check {
    @Override
    public void check(Subject subject) {
        Query query = subject.query();
        boolean hasTime = subject.column(new Expression.Name(query.span(), "starttime", false))
                .isPresent();
        if (query.time().isPresent() || !hasTime) {
            return;
        }
        List<Expression> comparisons = new ArrayList<>();
        query.where()
                .ifPresent(where -> Subject.walk(where, expression -> {
                    if (isOnTime(expression, subject)) {
                        comparisons.add(expression);
                    }
                }));
        if (comparisons.isEmpty()) {
            subject.findings()
                    .add(
                            AqlCode.DEFAULT_TIME_WINDOW,
                            query.source().span(),
                            "without a time clause QRadar searches " + byDefault(subject),
                            "append LAST 24 HOURS, or another span");
        } else {
            report(comparisons, subject);
        }
    }

    private static boolean isOnTime(Expression expression, Subject subject) {
        if (expression instanceof Expression.Binary binary && binary.operator().isComparison()) {
            return subject.isColumn(binary.left(), "starttime") || subject.isColumn(binary.right(), "starttime");
        }
        return expression instanceof Expression.Between between && subject.isColumn(between.operand(), "starttime");
    }

    private static void report(List<Expression> comparisons, Subject subject) {
        Expression first = comparisons.get(0);
        String message = "the condition on starttime does not widen the window: QRadar searches " + byDefault(subject);
        Optional<Long> millis = comparisons.stream()
                .map(TimeOutsideWindow::back)
                .flatMap(Optional::stream)
                .max(Long::compare);
        if (millis.isEmpty()) {
            subject.findings()
                    .add(
                            AqlCode.TIME_IN_WHERE_ONLY,
                            first.span(),
                            message,
                            "append LAST n HOURS or START ... STOP ...");
            return;
        }
        String last = "LAST " + span(millis.get());
        subject.findings()
                .add(
                        Repair.replace("append " + last, subject.query().end(), separator(subject) + last),
                        AqlCode.TIME_IN_WHERE_ONLY,
                        first.span(),
                        message,
                        "append " + last);
    }

    private static String byDefault(Subject subject) {
        return subject.isOn(AqlSwitch.ONE_MINUTE_BY_DEFAULT) ? "the last minute" : "the last five minutes";
    }

    /** A line of its own where the query is written in lines. */
    private static String separator(Subject subject) {
        return subject.slice(subject.query().span()).indexOf('\n') >= 0 ? "\n" : " ";
    }

    /** How far a comparison with {@code NOW() - n} reaches back. */
    private static Optional<Long> back(Expression comparison) {
        for (Expression side : comparison.children()) {
            if (side.bare() instanceof Expression.Binary binary
                    && binary.operator() == BinaryOperator.SUBTRACT
                    && binary.left().bare() instanceof Expression.Call now
                    && now.isNamed("NOW")) {
                Optional<Long> amount = Constants.whole(binary.right()).filter(value -> value > 0);
                return amount.map(value -> TimeInSeconds.isSeconds(value) ? value * 1000 : value);
            }
        }
        return Optional.empty();
    }

    private static String span(long millis) {
        long day = 86_400_000;
        if (millis > day && millis % day == 0) {
            return millis / day + " DAYS";
        }
        if (millis % 3_600_000 == 0) {
            return millis / 3_600_000 + " HOURS";
        }
        return millis % 60_000 == 0 ? millis / 60_000 + " MINUTES" : (millis + 999) / 1000 + " SECONDS";
    }
}
