package io.quarry.kql.analysis;

import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.type.Constants;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Functions whose first argument is one of a fixed list of texts, whatever its case: the reference pages of each. */
final class FixedTexts {
    private static final List<String> SPANS = List.of(
            "year",
            "quarter",
            "month",
            "week",
            "day",
            "hour",
            "minute",
            "second",
            "millisecond",
            "microsecond",
            "nanosecond");

    private static final List<String> PARTS = List.of(
            "year",
            "quarter",
            "month",
            "week_of_year",
            "day",
            "dayofyear",
            "hour",
            "minute",
            "second",
            "millisecond",
            "microsecond",
            "nanosecond");

    private static final Map<String, List<String>> TEXTS =
            Map.of("datetime_add", SPANS, "datetime_diff", SPANS, "datetime_part", PARTS, "datepart", PARTS);

    private FixedTexts() {}

    /** False after reporting an argument that is none of the function's texts. */
    static boolean fit(Analysis analysis, Expression.Call call, List<Scalar> arguments) {
        List<String> texts = TEXTS.getOrDefault(call.function().name(), List.of());
        if (texts.isEmpty() || arguments.isEmpty() || !arguments.get(0).isKnown()) {
            return true;
        }
        return Constants.literal(arguments.get(0).expr())
                .map(literal -> {
                    boolean known =
                            literal.value() instanceof String text && texts.contains(text.toLowerCase(Locale.ROOT));
                    if (!known) {
                        analysis.report(
                                KqlCode.INVALID_LITERAL,
                                call.arguments().get(0).span(),
                                call.function().name() + " takes one of " + String.join(", ", texts) + " here");
                    }
                    return known;
                })
                .orElse(true);
    }
}
