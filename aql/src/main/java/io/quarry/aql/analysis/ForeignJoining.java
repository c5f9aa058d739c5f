package io.quarry.aql.analysis;

import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.aql.diagnostic.Findings;
import io.quarry.aql.syntax.BinaryOperator;
import io.quarry.aql.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Texts joined by the signs that do so in other languages: {@code username + '@' + domain}. */
final class ForeignJoining {
    private ForeignJoining() {}

    /** True, and reported, if a text written in the query is added to something. */
    static boolean report(Expression.Binary binary, Findings findings) {
        List<Expression> parts = parts(binary);
        boolean isJoining = parts.size() > 1
                && parts.stream()
                        .anyMatch(part -> part instanceof Expression.Text text
                                && !text.value().matches("[0-9.]+( *[A-Za-z]+)?"));
        if (isJoining) {
            String meant = parts.stream()
                    .map(part -> findings.source().slice(part.span()))
                    .collect(Collectors.joining(", ", "CONCAT(", ")"));
            String message = binary.operator().symbol() + " does not join texts in AQL";
            findings.correct(AqlCode.FOREIGN_OPERATOR, binary.span(), message, meant);
        }
        return isJoining;
    }

    /** What stands between signs of addition, or between those of a conjunction of bits, which joins texts elsewhere. */
    static List<Expression> parts(Expression.Binary binary) {
        List<Expression> parts = new ArrayList<>();
        if (binary.operator() == BinaryOperator.ADD || binary.operator() == BinaryOperator.BIT_AND) {
            Expression left = binary;
            while (left instanceof Expression.Binary outer && outer.operator() == binary.operator()) {
                parts.add(0, outer.right());
                left = outer.left();
            }
            parts.add(0, left);
        }
        return parts;
    }
}
