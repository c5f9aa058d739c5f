package io.quarry.aql.check;

import io.quarry.aql.catalog.AqlSwitch;
import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.aql.syntax.BinaryOperator;
import io.quarry.aql.syntax.Expression;
import io.quarry.plan.Repair;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** {@code LOWER(x) LIKE '%ABC%'}: upper case is sought in what has none, or the other way round. */
final class ImpossibleCase implements Check {
    @Override
    public void check(Subject subject) {
        boolean equalIgnoresCase = subject.isOn(AqlSwitch.EQUAL_IGNORES_CASE);
        subject.walk(expression -> {
            if (expression instanceof Expression.Match match
                    && match.operator().hasWildcards()
                    && !match.operator().ignoresCase()) {
                match.patterns().forEach(pattern -> inspect(match.operand(), pattern, subject));
            } else if (expression instanceof Expression.In in && !equalIgnoresCase) {
                in.values().forEach(value -> inspect(in.operand(), value, subject));
            } else if (expression instanceof Expression.Binary binary
                    && !equalIgnoresCase
                    && (binary.operator() == BinaryOperator.EQUAL || binary.operator() == BinaryOperator.NOT_EQUAL)) {
                inspect(binary.left(), binary.right(), subject);
            }
        });
    }

    private static void inspect(Expression operand, Expression value, Subject subject) {
        Optional<UnaryOperator<String>> folding = folding(operand);
        if (folding.isEmpty() || !(value.bare() instanceof Expression.Text text)) {
            return;
        }
        String folded = folding.get().apply(text.value());
        if (folded.equals(text.value())) {
            return;
        }
        subject.findings()
                .add(
                        Repair.replace("write the same letter case", text.span(), Constants.quoted(folded)),
                        AqlCode.CASE_NEVER_MATCHES,
                        text.span(),
                        subject.slice(operand) + " never has letters of this case",
                        "write " + Constants.quoted(folded));
    }

    private static Optional<UnaryOperator<String>> folding(Expression operand) {
        if (!(operand.bare() instanceof Expression.Call call)) {
            return Optional.empty();
        }
        if (call.isNamed("LOWER")) {
            return Optional.of(text -> text.toLowerCase(Locale.ROOT));
        }
        return call.isNamed("UPPER") ? Optional.of(text -> text.toUpperCase(Locale.ROOT)) : Optional.empty();
    }
}
