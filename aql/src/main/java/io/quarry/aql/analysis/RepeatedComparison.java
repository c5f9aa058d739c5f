package io.quarry.aql.analysis;

import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.aql.diagnostic.Findings;
import io.quarry.aql.syntax.BinaryOperator;
import io.quarry.aql.syntax.Connective;
import io.quarry.aql.syntax.Expression;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code x = 'a' OR 'b'}: a value that the comparison before it is meant for, too. */
final class RepeatedComparison {
    private RepeatedComparison() {}

    /** True, and reported, if an operand of the conditions, not the first, is such a value. */
    static boolean report(Expression.Logical conditions, int index, Findings findings) {
        Expression value = conditions.operands().get(index);
        if (!(value instanceof Expression.Text) && !(value instanceof Expression.Whole)) {
            return false;
        }
        int before = index - 1;
        while (before > 0
                && (conditions.operands().get(before) instanceof Expression.Text
                        || conditions.operands().get(before) instanceof Expression.Whole)) {
            before--;
        }
        Optional<String> test = test(conditions.operands().get(before), conditions.connective(), value, findings);
        if (test.isEmpty()) {
            return false;
        }
        String meant = test.get() + " " + findings.source().slice(value.span());
        String message = "a value stands where a condition belongs";
        findings.correct(AqlCode.CONDITION_EXPECTED, value.span(), message, meant);
        return true;
    }

    /** True, and reported, if a comparison is one with several values: {@code x = ('a' OR 'b')}. */
    static boolean report(Expression.Binary comparison, Findings findings) {
        boolean isEqual = comparison.operator() == BinaryOperator.EQUAL;
        if (!isEqual && comparison.operator() != BinaryOperator.NOT_EQUAL
                || !(comparison.right().bare() instanceof Expression.Logical values)
                || values.connective() != Connective.OR
                || !values.operands().stream().allMatch(RepeatedComparison::isConstant)) {
            return false;
        }
        String meant = findings.source().slice(comparison.left().span())
                + values.operands().stream()
                        .map(value -> findings.source().slice(value.span()))
                        .collect(Collectors.joining(", ", isEqual ? " IN (" : " NOT IN (", ")"));
        String message = "values are joined by OR, which joins conditions";
        findings.correct(AqlCode.CONDITION_EXPECTED, comparison.span(), message, meant);
        return true;
    }

    /** What precedes a value of that kind in a condition; empty if repeating it with that connective is hardly meant. */
    private static Optional<String> test(
            Expression condition, Connective connective, Expression value, Findings findings) {
        boolean isNegated = connective == Connective.AND;
        if (condition instanceof Expression.Binary binary
                && binary.operator() == (isNegated ? BinaryOperator.NOT_EQUAL : BinaryOperator.EQUAL)
                && binary.right().getClass() == value.getClass()) {
            return Optional.of(upTo(binary, binary.right(), findings));
        }
        if (condition instanceof Expression.Match match
                && match.patterns().size() == 1
                && match.patterns().get(0) instanceof Expression.Text pattern
                && match.negated() == isNegated) {
            return Optional.of(upTo(match, pattern, findings));
        }
        return Optional.empty();
    }

    private static boolean isConstant(Expression expression) {
        return expression instanceof Expression.Text || expression instanceof Expression.Whole;
    }

    private static String upTo(Expression whole, Expression last, Findings findings) {
        return findings.source()
                .text()
                .substring(whole.span().start(), last.span().start())
                .strip();
    }
}
