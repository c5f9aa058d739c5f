package io.quarry.aql.check;

import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.aql.syntax.Expression;
import io.quarry.functions.aql.DatePattern;
import io.quarry.plan.Repair;
import java.util.Optional;

/** {@code DATEFORMAT(t, '600000')}: gives these digits for every time, where spans of so many milliseconds were meant. */
final class PatternWithoutDate implements Check {
    @Override
    public void check(Subject subject) {
        subject.walk(expression -> {
            if (expression instanceof Expression.Call call
                    && call.isNamed("DATEFORMAT")
                    && call.arguments().size() == 2) {
                Constants.text(call.arguments().get(1))
                        .filter(pattern -> DatePattern.hasNoDate(pattern.value()))
                        .ifPresent(pattern -> report(call, pattern, subject));
            }
        });
    }

    private static void report(Expression.Call call, Expression.Text pattern, Subject subject) {
        String message = "the pattern has no letter of a date: the text is the same for all times";
        Optional<String> span = Optional.of(pattern.value()).filter(text -> text.matches("[1-9][0-9]{2,11}"));
        if (span.isEmpty() || !(call.arguments().get(0).bare() instanceof Expression.Name)) {
            subject.findings()
                    .add(
                            AqlCode.DATE_PATTERN_WITHOUT_DATE,
                            pattern.span(),
                            message,
                            "write letters such as 'yyyy-MM-dd HH:mm'");
            return;
        }
        String time = subject.slice(call.arguments().get(0));
        String meant = "(" + time + " - " + time + " % " + span.get() + ")";
        subject.findings()
                .add(
                        Repair.replace("cut the time to spans of milliseconds", call.span(), meant),
                        AqlCode.DATE_PATTERN_WITHOUT_DATE,
                        pattern.span(),
                        message,
                        "write " + meant);
    }
}
