package io.quarry.aql.check;

import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.aql.syntax.BinaryOperator;
import io.quarry.aql.syntax.Expression;
import io.quarry.plan.Repair;

/** {@code x = NULL}: a comparison with an absent value is not true, whatever the other side is. */
final class NullComparison implements Check {
    @Override
    public void check(Subject subject) {
        subject.walk(expression -> {
            if (expression instanceof Expression.Binary binary
                    && binary.operator().isComparison()) {
                if (binary.right().bare() instanceof Expression.Null) {
                    report(binary, binary.left(), subject);
                } else if (binary.left().bare() instanceof Expression.Null) {
                    report(binary, binary.right(), subject);
                }
            }
        });
    }

    private static void report(Expression.Binary comparison, Expression value, Subject subject) {
        String message = "a comparison with NULL is never true";
        boolean isEqual = comparison.operator() == BinaryOperator.EQUAL;
        if (!isEqual && comparison.operator() != BinaryOperator.NOT_EQUAL) {
            subject.findings().add(AqlCode.NULL_COMPARISON, comparison.span(), message);
            return;
        }
        String meant = subject.slice(value.span()) + (isEqual ? " IS NULL" : " IS NOT NULL");
        subject.findings()
                .add(
                        Repair.replace("ask whether it is absent", comparison.span(), meant),
                        AqlCode.NULL_COMPARISON,
                        comparison.span(),
                        message,
                        "write " + meant);
    }
}
