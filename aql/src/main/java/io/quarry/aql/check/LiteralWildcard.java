package io.quarry.aql.check;

import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.aql.syntax.BinaryOperator;
import io.quarry.aql.syntax.Expression;
import io.quarry.aql.syntax.MatchOperator;
import io.quarry.plan.Repair;
import java.util.List;

/** {@code x = '%part%'} and {@code x LIKE '*part*'}: characters that are wildcards only elsewhere. */
final class LiteralWildcard implements Check {
    @Override
    public void check(Subject subject) {
        subject.walk(expression -> {
            if (expression instanceof Expression.Binary binary) {
                comparison(binary, subject);
            } else if (expression instanceof Expression.Match match
                    && (match.operator() == MatchOperator.LIKE || match.operator() == MatchOperator.ILIKE)) {
                match.patterns().forEach(pattern -> pattern(pattern, match.operator(), subject));
            } else if (expression instanceof Expression.In in) {
                in.values().forEach(value -> element(value, subject));
            }
        });
    }

    private static void comparison(Expression.Binary comparison, Subject subject) {
        boolean isEqual = comparison.operator() == BinaryOperator.EQUAL;
        boolean compares = isEqual || comparison.operator() == BinaryOperator.NOT_EQUAL;
        if (!compares || !(comparison.right().bare() instanceof Expression.Text text)) {
            return;
        }
        for (String wildcard : List.of("%", "*")) {
            if (hasAtEdge(text.value(), wildcard)) {
                String pattern = Constants.quoted(text.value().replace(wildcard, "%"));
                String like = subject.slice(comparison.left()) + (isEqual ? "" : " NOT") + " LIKE " + pattern;
                subject.findings()
                        .add(
                                Repair.replace("compare with a pattern", comparison.span(), like),
                                AqlCode.LITERAL_WILDCARD,
                                text.span(),
                                wildcard + " is an ordinary character behind "
                                        + comparison.operator().symbol(),
                                "write LIKE " + pattern);
            }
        }
    }

    private static void pattern(Expression pattern, MatchOperator operator, Subject subject) {
        if (pattern.bare() instanceof Expression.Text text
                && hasAtEdge(text.value(), "*")
                && text.value().indexOf('%') < 0) {
            String meant = Constants.quoted(text.value().replace('*', '%'));
            subject.findings()
                    .add(
                            Repair.replace("write %", text.span(), meant),
                            AqlCode.LITERAL_WILDCARD,
                            text.span(),
                            "* is an ordinary character in " + operator.keyword(),
                            "write " + meant);
        }
    }

    private static void element(Expression element, Subject subject) {
        if (element.bare() instanceof Expression.Text text && hasAtEdge(text.value(), "%")) {
            subject.findings()
                    .add(
                            AqlCode.LITERAL_WILDCARD,
                            text.span(),
                            "% is an ordinary character in the list of IN",
                            "write LIKE ENUMERATION(" + Constants.quoted(text.value()) + ")");
        }
    }

    /** True for a text of three letters or more between or beside wildcards. */
    private static boolean hasAtEdge(String text, String wildcard) {
        String rest = text.replace(wildcard, "");
        return (text.startsWith(wildcard) || text.endsWith(wildcard))
                && rest.chars().filter(Character::isLetter).count() >= 3;
    }
}
