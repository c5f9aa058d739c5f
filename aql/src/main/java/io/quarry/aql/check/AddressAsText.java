package io.quarry.aql.check;

import io.quarry.aql.analysis.AddressPattern;
import io.quarry.aql.catalog.AqlColumn;
import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.aql.syntax.Expression;
import io.quarry.plan.Repair;
import java.util.Optional;

/** {@code "DestinationIp" LIKE '10.%'}: legal on a property of text, and a query error where the property is an address. */
final class AddressAsText implements Check {
    @Override
    public void check(Subject subject) {
        subject.walk(expression -> {
            if (expression instanceof Expression.Match match
                    && match.operator().hasWildcards()
                    && subject.content(match.operand()) == AqlColumn.Content.ADDRESS) {
                report(match, subject);
            }
        });
    }

    private static void report(Expression.Match match, Subject subject) {
        Optional<Repair> repair = AddressPattern.repair(match, subject.findings());
        String message = "an address is tested with a pattern; where the property is an address, QRadar refuses that";
        if (repair.isPresent()) {
            subject.findings().add(repair.get(), AqlCode.ADDRESS_AS_TEXT, match.span(), message, "use INCIDR");
        } else {
            subject.findings().add(AqlCode.ADDRESS_AS_TEXT, match.span(), message, "use INCIDR");
        }
    }
}
