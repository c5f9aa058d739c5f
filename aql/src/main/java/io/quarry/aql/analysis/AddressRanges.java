package io.quarry.aql.analysis;

import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.aql.diagnostic.Findings;
import io.quarry.aql.syntax.BinaryOperator;
import io.quarry.aql.syntax.Expression;
import io.quarry.functions.aql.Address;
import io.quarry.functions.aql.AddressRange;
import io.quarry.plan.FunctionException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Ranges where one address belongs: {@code sourceip = '10.0.0.0/8'}. */
final class AddressRanges {
    private AddressRanges() {}

    /** True, and reported, if a text that an address is compared with for equality is a range. */
    static boolean report(Expression.Binary comparison, String text, Findings findings) {
        Optional<String> range = range(text);
        boolean isRange = range.isPresent()
                && (comparison.operator() == BinaryOperator.EQUAL || comparison.operator() == BinaryOperator.NOT_EQUAL);
        if (isRange) {
            String not = comparison.operator() == BinaryOperator.NOT_EQUAL ? "NOT " : "";
            String meant = not + test(range.get(), comparison.left(), findings);
            findings.correct(AqlCode.NOT_CONVERTIBLE, comparison.span(), message(text), meant);
        }
        return isRange;
    }

    /** True, and reported, if ranges stand in a list of addresses. */
    static boolean report(Expression.In in, Findings findings) {
        List<Optional<String>> ranges = in.values().stream()
                .map(value -> value.bare() instanceof Expression.Text text
                        ? range(text.value()).or(() -> address(text.value()))
                        : Optional.<String>empty())
                .toList();
        Optional<Expression> first = in.values().stream()
                .filter(value -> value.bare() instanceof Expression.Text text
                        && range(text.value()).isPresent())
                .findFirst();
        if (first.isEmpty() || !ranges.stream().allMatch(Optional::isPresent)) {
            return false;
        }
        String any = ranges.stream()
                .map(range -> test(range.orElseThrow(), in.operand(), findings))
                .collect(Collectors.joining(" OR ", in.negated() ? "NOT (" : "(", ")"));
        findings.correct(
                AqlCode.NOT_CONVERTIBLE,
                in.span(),
                message(((Expression.Text) first.get().bare()).value()),
                any);
        return true;
    }

    private static String message(String text) {
        return "'" + text + "' is a range, not an address";
    }

    private static String test(String range, Expression address, Findings findings) {
        return "INCIDR('" + range + "', " + findings.source().slice(address.span()) + ")";
    }

    private static Optional<String> address(String text) {
        return Address.parse(text).isPresent() ? Optional.of(text) : Optional.empty();
    }

    /** The range that a text says: in digits, or with an asterisk for the last parts of an address. */
    private static Optional<String> range(String text) {
        if (text.endsWith(".*")) {
            return AddressPattern.range(text.replaceFirst("(\\.\\*)+$", ".%"));
        }
        try {
            AddressRange.of(text);
            return text.contains("/") ? Optional.of(text) : Optional.empty();
        } catch (FunctionException e) {
            return Optional.empty();
        }
    }
}
