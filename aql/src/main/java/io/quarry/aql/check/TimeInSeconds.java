package io.quarry.aql.check;

import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.aql.syntax.BinaryOperator;
import io.quarry.aql.syntax.Expression;
import io.quarry.plan.Repair;
import java.util.Optional;

/** Times taken for seconds: {@code NOW() - 86400}, {@code starttime / 1000} as a date. */
final class TimeInSeconds implements Check {
    private static final long THOUSAND = 1000;

    /** A number of milliseconds below this is shorter than a quarter of an hour. */
    private static final long SHORT = 1_000_000;

    @Override
    public void check(Subject subject) {
        subject.walk(expression -> {
            if (expression instanceof Expression.Binary binary) {
                subtraction(binary, subject);
            } else if (expression instanceof Expression.Call call
                    && call.isNamed("DATEFORMAT")
                    && !call.arguments().isEmpty()) {
                formatted(call.arguments().get(0), subject);
            }
        });
    }

    /** True for whole minutes in seconds that would be less than a quarter of an hour in milliseconds. */
    static boolean isSeconds(long amount) {
        return amount > 0 && amount < SHORT && amount % 60 == 0 && amount % 60_000 != 0;
    }

    private static void subtraction(Expression.Binary binary, Subject subject) {
        Optional<Long> amount = Constants.whole(binary.right());
        boolean fromNow = binary.operator() == BinaryOperator.SUBTRACT
                && binary.left().bare() instanceof Expression.Call now
                && now.isNamed("NOW");
        if (fromNow && amount.isPresent() && isSeconds(amount.get())) {
            long millis = amount.get() * THOUSAND;
            subject.findings()
                    .add(
                            Repair.replace("write milliseconds", binary.right().span(), Long.toString(millis)),
                            AqlCode.TIME_UNIT,
                            binary.right().span(),
                            "NOW() counts milliseconds, and " + amount.get() + " of them are " + amount.get() / THOUSAND
                                    + " seconds",
                            "write " + millis);
        }
    }

    private static void formatted(Expression time, Subject subject) {
        if (!(time.bare() instanceof Expression.Binary binary)
                || binary.operator() != BinaryOperator.DIVIDE && binary.operator() != BinaryOperator.MULTIPLY
                || !Constants.whole(binary.right()).equals(Optional.of(THOUSAND))) {
            return;
        }
        subject.findings()
                .add(
                        Repair.replace("format the time itself", time.span(), subject.slice(binary.left())),
                        AqlCode.TIME_UNIT,
                        time.span(),
                        "DATEFORMAT takes milliseconds, which times are",
                        "write " + subject.slice(binary.left()));
    }
}
