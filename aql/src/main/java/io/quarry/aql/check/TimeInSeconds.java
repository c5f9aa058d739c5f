package io.quarry.aql.check;

import io.quarry.aql.catalog.AqlType;
import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.aql.syntax.BinaryOperator;
import io.quarry.aql.syntax.Expression;
import io.quarry.plan.Repair;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Times taken for seconds: {@code NOW() - 86400}, {@code starttime / 1000} as a date, {@code MIN(starttime) * 1000}, {@code
 * starttime > 1700000000}.
 */
final class TimeInSeconds implements Check {
    private static final long THOUSAND = 1000;

    /** A number of milliseconds below this is shorter than a quarter of an hour. */
    private static final long SHORT = 1_000_000;

    /** The year 2001 in seconds since 1970; as milliseconds it is in January of 1970. */
    private static final long EARLIEST = 1_000_000_000;

    private static final Set<String> OF_GROUP = Set.of("MIN", "MAX", "FIRST", "LAST");

    @Override
    public void check(Subject subject) {
        subject.walk(expression -> {
            if (expression instanceof Expression.Binary binary) {
                subtraction(binary, subject);
                multiplication(binary, subject);
                comparison(binary, subject);
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

    private static void multiplication(Expression.Binary binary, Subject subject) {
        if (binary.operator() == BinaryOperator.MULTIPLY
                && Constants.whole(binary.right()).equals(Optional.of(THOUSAND))
                && isTime(binary.left(), subject)) {
            String time = subject.slice(binary.left());
            subject.findings()
                    .add(
                            Repair.replace("take the time itself", binary.span(), time),
                            AqlCode.TIME_UNIT,
                            binary.span(),
                            "times are milliseconds already",
                            "write " + time);
        }
    }

    private static void comparison(Expression.Binary binary, Subject subject) {
        Optional<Long> number = Constants.whole(binary.right());
        if (binary.operator().isComparison()
                && binary.operator() != BinaryOperator.EQUAL
                && number.isPresent()
                && number.get() >= EARLIEST
                && number.get() < EARLIEST * 10
                && isTime(binary.left(), subject)) {
            String millis = number.get() * THOUSAND + "";
            subject.findings()
                    .add(
                            Repair.replace("write milliseconds", binary.right().span(), millis),
                            AqlCode.TIME_UNIT,
                            binary.right().span(),
                            "times are milliseconds since 1970, and these look like seconds",
                            "write " + millis);
        }
    }

    /** True for a column of times, also for the value of one in a group. */
    private static boolean isTime(Expression expression, Subject subject) {
        Expression bare = expression.bare();
        boolean ofGroup = bare instanceof Expression.Call call
                && call.arguments().size() == 1
                && OF_GROUP.contains(call.name().toUpperCase(Locale.ROOT));
        Expression column = ofGroup ? ((Expression.Call) bare).arguments().get(0) : bare;
        return column.bare() instanceof Expression.Name
                && subject.column(column)
                        .filter(known -> known.type() == AqlType.TIME)
                        .isPresent();
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
