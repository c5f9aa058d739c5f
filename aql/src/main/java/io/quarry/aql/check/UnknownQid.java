package io.quarry.aql.check;

import io.quarry.aql.catalog.KnownQids;
import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.aql.syntax.BinaryOperator;
import io.quarry.aql.syntax.Expression;
import java.util.List;
import java.util.stream.Collectors;

/** {@code qid = 5000023}: QRadar's numbers are public of a few kinds of events only, so that others are never met. */
final class UnknownQid implements Check {
    @Override
    public void check(Subject subject) {
        subject.walk(expression -> {
            if (expression instanceof Expression.Binary binary
                    && binary.operator() == BinaryOperator.EQUAL
                    && subject.isColumn(binary.left(), "qid")) {
                report(binary, List.of(binary.right()), subject);
            } else if (expression instanceof Expression.In in
                    && !in.negated()
                    && subject.isColumn(in.operand(), "qid")) {
                report(in, in.values(), subject);
            }
        });
    }

    private static void report(Expression condition, List<Expression> values, Subject subject) {
        String unknown = values.stream()
                .flatMap(value -> QidAsEventId.number(value).stream())
                .filter(number ->
                        !QidAsEventId.isEventId(number) && !KnownQids.events().containsKey(number))
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        if (!unknown.isEmpty()) {
            subject.findings()
                    .add(
                            AqlCode.UNKNOWN_QID,
                            condition.span(),
                            "no event that is read from files has the QID " + unknown,
                            "known are " + known());
        }
    }

    private static String known() {
        return KnownQids.events().entrySet().stream()
                .map(known -> known.getKey() + " (" + known.getValue() + ")")
                .collect(Collectors.joining(", "));
    }
}
