package io.quarry.aql.analysis;

import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.aql.diagnostic.Findings;
import io.quarry.aql.syntax.Expression;
import io.quarry.aql.syntax.MatchOperator;
import io.quarry.plan.Repair;
import io.quarry.plan.Span;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Pattern operators of other languages, and what says the same in AQL. */
final class ForeignMatch {
    private ForeignMatch() {}

    /** True if the operator is not AQL's; it has been reported then. */
    static boolean report(Expression.Match match, Findings findings) {
        switch (match.operator()) {
            case LIKE, ILIKE, MATCHES, IMATCHES -> {
                return false;
            }
            case SIMILAR_TO -> similarTo(match, findings);
            case REGEXP -> regexp(match, findings);
            case LIKE_ANY, ILIKE_ANY -> likeAny(match, findings);
        }
        return true;
    }

    private static void similarTo(Expression.Match match, Findings findings) {
        String message = "SIMILAR TO is not AQL";
        Optional<String> regex = constantPattern(match).flatMap(SimilarPattern::toRegex);
        if (regex.isEmpty()) {
            findings.add(
                    AqlCode.SIMILAR_TO,
                    match.operatorSpan(),
                    message,
                    "write IMATCHES or MATCHES with a regular expression");
            return;
        }
        Expression operand = match.operand().bare();
        boolean lowered = operand instanceof Expression.Call call
                && call.isNamed("LOWER")
                && call.arguments().size() == 1
                && regex.get().equals(regex.get().toLowerCase(Locale.ROOT));
        Span operandSpan = lowered
                ? ((Expression.Call) operand).arguments().get(0).span()
                : match.operand().span();
        String rewritten = findings.source().slice(operandSpan)
                + (match.negated() ? " NOT" : "")
                + (lowered ? " IMATCHES " : " MATCHES ")
                + quoted(regex.get());
        findings.add(
                Repair.replace("write the pattern as a regular expression", match.span(), rewritten),
                AqlCode.SIMILAR_TO,
                match.operatorSpan(),
                message,
                "the same as a regular expression: " + quoted(regex.get()));
    }

    private static void regexp(Expression.Match match, Findings findings) {
        String written = findings.source().slice(match.operatorSpan());
        String message = written + " is not AQL";
        Optional<String> regex = constantPattern(match);
        if (regex.isEmpty()) {
            findings.add(AqlCode.REGEX_OPERATOR, match.operatorSpan(), message, "write MATCHES");
            return;
        }
        String whole = quoted(WholeRegex.of(regex.get()));
        String rewritten =
                findings.source().slice(match.operand().span()) + (match.negated() ? " NOT" : "") + " MATCHES " + whole;
        findings.add(
                Repair.replace("write MATCHES over the whole value", match.span(), rewritten),
                AqlCode.REGEX_OPERATOR,
                match.operatorSpan(),
                message,
                "write MATCHES " + whole);
    }

    private static void likeAny(Expression.Match match, Findings findings) {
        String keyword = match.operator() == MatchOperator.ILIKE_ANY ? "ILIKE" : "LIKE";
        String operand = findings.source().slice(match.operand().span());
        String any = match.patterns().stream()
                .map(pattern ->
                        operand + " " + keyword + " " + findings.source().slice(pattern.span()))
                .collect(Collectors.joining(" OR ", match.negated() ? "NOT (" : "(", ")"));
        findings.add(
                Repair.replace("join the patterns with OR", match.span(), any),
                AqlCode.LIKE_ANY,
                match.operatorSpan(),
                match.operator().keyword() + " is not AQL",
                "join the patterns with OR");
    }

    private static Optional<String> constantPattern(Expression.Match match) {
        return match.patterns().size() == 1 && match.patterns().get(0).bare() instanceof Expression.Text text
                ? Optional.of(text.value())
                : Optional.empty();
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
