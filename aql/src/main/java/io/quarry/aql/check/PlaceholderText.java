package io.quarry.aql.check;

import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.aql.syntax.Expression;
import io.quarry.aql.syntax.Placeholder;

/** {@code '{user}'}: legal text, and as likely a place that a program fills in. */
final class PlaceholderText implements Check {
    @Override
    public void check(Subject subject) {
        subject.walk(expression -> {
            if (expression instanceof Expression.Text text && Placeholder.isLikely(text.value())) {
                subject.findings()
                        .add(
                                AqlCode.TEMPLATE_TEXT,
                                text.span(),
                                "'" + text.value() + "' is taken as it is written",
                                "if it is a placeholder, --param NAME=VALUE gives its value");
            }
        });
    }
}
