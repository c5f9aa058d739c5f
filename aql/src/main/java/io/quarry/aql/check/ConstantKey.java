package io.quarry.aql.check;

import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.aql.syntax.Expression;
import io.quarry.aql.syntax.Query;
import io.quarry.plan.Repair;

/** {@code GROUP BY 1}: in AQL a number is a value that is the same for all rows, and not the place of a column. */
final class ConstantKey implements Check {
    @Override
    public void check(Subject subject) {
        subject.query().groupBy().forEach(key -> check(key, "groups", subject));
        subject.query().orderBy().forEach(item -> check(item.expression(), "orders", subject));
    }

    private static void check(Expression key, String does, Subject subject) {
        if (!(key.bare() instanceof Expression.Whole place)) {
            return;
        }
        String message = "the number " + place.value() + " " + does + " nothing; it is not the place of a column";
        String meant = written(place.value(), subject);
        if (meant.isEmpty()) {
            subject.findings().add(AqlCode.CONSTANT_KEY, key.span(), message, "name the column");
            return;
        }
        subject.findings()
                .add(
                        Repair.replace("name the column", key.span(), meant),
                        AqlCode.CONSTANT_KEY,
                        key.span(),
                        message,
                        "write " + meant);
    }

    /** The column at that place of the list; empty if there is none, or it is a star. */
    private static String written(long place, Subject subject) {
        if (place < 1 || place > subject.query().items().size()) {
            return "";
        }
        Query.SelectItem item = subject.query().items().get((int) place - 1);
        boolean isStar = subject.query().items().stream().anyMatch(one -> one.expression() instanceof Expression.Star);
        return isStar
                ? ""
                : item.alias()
                        .map(alias -> subject.slice(alias.span()))
                        .orElseGet(() -> subject.slice(item.expression().span()));
    }
}
