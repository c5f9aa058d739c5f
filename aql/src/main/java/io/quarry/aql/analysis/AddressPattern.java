package io.quarry.aql.analysis;

import io.quarry.aql.diagnostic.Findings;
import io.quarry.aql.syntax.Expression;
import io.quarry.plan.Repair;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Patterns that mean a range of addresses: {@code '10.%'} is {@code 10.0.0.0/8}. */
public final class AddressPattern {
    private static final Pattern PREFIX = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,3}){0,2})\\.%");

    private AddressPattern() {}

    /** The range that a pattern of {@code LIKE} means; empty if it does not end at a dot. */
    public static Optional<String> range(String pattern) {
        Matcher matcher = PREFIX.matcher(pattern);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String[] parts = matcher.group(1).split("\\.");
        StringBuilder address = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            int number = i < parts.length ? Integer.parseInt(parts[i]) : 0;
            if (number > 255) {
                return Optional.empty();
            }
            address.append(i == 0 ? "" : ".").append(number);
        }
        return Optional.of(address + "/" + 8 * parts.length);
    }

    /** The edit that asks {@code INCIDR} instead; empty if the pattern is not one constant range. */
    public static Optional<Repair> repair(Expression.Match match, Findings findings) {
        if (!match.operator().hasWildcards()
                || match.patterns().size() != 1
                || !(match.patterns().get(0).bare() instanceof Expression.Text pattern)) {
            return Optional.empty();
        }
        String operand = findings.source().slice(match.operand().span());
        return range(pattern.value()).map(range -> {
            String call = (match.negated() ? "NOT " : "") + "INCIDR('" + range + "', " + operand + ")";
            return Repair.replace("ask INCIDR for the range " + range, match.span(), call);
        });
    }
}
