package io.quarry.aql.check;

import io.quarry.aql.catalog.AqlColumn;
import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.aql.syntax.BinaryOperator;
import io.quarry.aql.syntax.Expression;
import io.quarry.plan.Repair;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Backslashes written twice, as other languages want them; AQL looks for two then. */
final class DoubledBackslash implements Check {
    private static final Pattern RUN = Pattern.compile("\\\\+");

    @Override
    public void check(Subject subject) {
        subject.walk(expression -> {
            if (expression instanceof Expression.Match match && match.operator().hasWildcards()) {
                match.patterns().forEach(pattern -> inspect(match.operand(), pattern, subject));
            } else if (expression instanceof Expression.In in) {
                in.values().forEach(value -> inspect(in.operand(), value, subject));
            } else if (expression instanceof Expression.Binary binary
                    && (binary.operator() == BinaryOperator.EQUAL || binary.operator() == BinaryOperator.NOT_EQUAL)) {
                inspect(binary.left(), binary.right(), subject);
            }
        });
    }

    private static void inspect(Expression operand, Expression value, Subject subject) {
        if (!(value.bare() instanceof Expression.Text text) || text.value().indexOf("\\\\") < 0) {
            return;
        }
        int runs = 0;
        Matcher run = RUN.matcher(text.value());
        while (run.find()) {
            if (run.group().length() % 2 != 0) {
                return;
            }
            runs++;
        }
        boolean isShare = runs == 1 && text.value().startsWith("\\\\");
        if (isShare) {
            return;
        }
        String message = "looks for two backslashes in a row, since AQL has no escape, and finds nothing";
        String single = Constants.quoted(text.value().replace("\\\\", "\\"));
        boolean clear = runs > 1 || subject.content(operand) == AqlColumn.Content.PATH;
        if (clear) {
            subject.findings()
                    .add(
                            Repair.replace("write single backslashes", text.span(), single),
                            AqlCode.DOUBLED_BACKSLASH,
                            text.span(),
                            message,
                            "write " + single);
        } else {
            subject.findings()
                    .add(
                            AqlCode.DOUBLED_BACKSLASH,
                            text.span(),
                            "looks for two backslashes in a row, since AQL has no escape",
                            "write " + single + " unless the name of a network share is meant");
        }
    }
}
