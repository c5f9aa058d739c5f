package io.quarry.aql.check;

import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.aql.syntax.BinaryOperator;
import io.quarry.aql.syntax.Expression;
import io.quarry.plan.Repair;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code qid = 4688}: the column is QRadar's own number of the kind of event, not the number that Windows gives it. */
final class QidAsEventId implements Check {
    /** Windows event ids have 16 bits; the numbers that QRadar gives to Windows events are far above. */
    private static final long LARGEST_EVENT_ID = 65_535;

    @Override
    public void check(Subject subject) {
        subject.walk(expression -> {
            if (expression instanceof Expression.Binary binary
                    && binary.operator() == BinaryOperator.EQUAL
                    && subject.isColumn(binary.left(), "qid")) {
                report(binary, false, List.of(binary.right()), subject);
            } else if (expression instanceof Expression.In in && subject.isColumn(in.operand(), "qid")) {
                report(in, in.negated(), in.values(), subject);
            }
        });
    }

    private static void report(Expression condition, boolean negated, List<Expression> values, Subject subject) {
        if (!values.stream().allMatch(value -> eventId(value).isPresent())) {
            return;
        }
        String list = values.stream()
                .map(value -> "'" + eventId(value).orElseThrow() + "'")
                .collect(Collectors.joining(", "));
        String meant = condition instanceof Expression.In
                ? "\"Event ID\"" + (negated ? " NOT" : "") + " IN (" + list + ")"
                : "\"Event ID\" = " + list;
        subject.findings()
                .add(
                        Repair.replace("compare the Windows event id", condition.span(), meant),
                        AqlCode.QID_AS_EVENT_ID,
                        condition.span(),
                        "qid is QRadar's own number of the kind of event, not the Windows event id",
                        "write " + meant);
    }

    private static Optional<Long> eventId(Expression value) {
        return number(value).filter(QidAsEventId::isEventId);
    }

    /** The number that is written, also in quotes. */
    static Optional<Long> number(Expression value) {
        return Constants.text(value)
                .filter(text -> text.value().matches("[0-9]{1,18}"))
                .map(text -> Long.valueOf(text.value()))
                .or(() -> Constants.whole(value));
    }

    static boolean isEventId(long number) {
        return number > 0 && number <= LARGEST_EVENT_ID;
    }
}
