package io.quarry.aql.check;

import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.aql.syntax.Expression;
import io.quarry.plan.Repair;

/** {@code DATEFORMAT(t, 'YYYY-MM-dd')}: the year of the week, which is another in the last days of December. */
final class WeekYear implements Check {
    @Override
    public void check(Subject subject) {
        subject.walk(expression -> {
            if (expression instanceof Expression.Call call
                    && call.isNamed("DATEFORMAT")
                    && call.arguments().size() > 1) {
                Constants.text(call.arguments().get(1)).ifPresent(pattern -> inspect(pattern, subject));
            }
        });
    }

    private static void inspect(Expression.Text pattern, Subject subject) {
        boolean hasWeek = pattern.value().indexOf('w') >= 0;
        if (pattern.value().indexOf('Y') < 0 || hasWeek || pattern.value().indexOf('\'') >= 0) {
            return;
        }
        String year = Constants.quoted(pattern.value().replace('Y', 'y'));
        subject.findings()
                .add(
                        Repair.replace("write the year of the date", pattern.span(), year),
                        AqlCode.WEEK_YEAR,
                        pattern.span(),
                        "Y is the year that the week belongs to, wrong in the last days of December",
                        "write " + year);
    }
}
