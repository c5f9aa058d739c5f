package io.quarry.aql.check;

import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.aql.syntax.Expression;
import io.quarry.plan.Repair;

/** {@code 'username' = 'admin'}: two texts written in the query are compared, and no event has a say. */
final class ConstantCondition implements Check {
    @Override
    public void check(Subject subject) {
        subject.walk(expression -> {
            if (expression instanceof Expression.Binary binary
                    && binary.operator().isComparison()
                    && binary.left() instanceof Expression.Text left
                    && binary.right() instanceof Expression.Text) {
                report(binary, left, subject);
            }
        });
    }

    private static void report(Expression.Binary binary, Expression.Text left, Subject subject) {
        String message = "two texts are compared, so that the answer is the same for all events";
        Expression.Name name = new Expression.Name(left.span(), left.value(), true);
        if (subject.column(name).isEmpty()) {
            String hint = "a column stands without quotes or in double quotes";
            subject.findings().add(AqlCode.CONSTANT_CONDITION, binary.span(), message, hint);
            return;
        }
        String column = left.value().matches("[a-z][a-z0-9]*") ? left.value() : '"' + left.value() + '"';
        subject.findings()
                .add(
                        Repair.replace("name the column", left.span(), column),
                        AqlCode.CONSTANT_CONDITION,
                        binary.span(),
                        message,
                        "a column stands without single quotes: " + column);
    }
}
