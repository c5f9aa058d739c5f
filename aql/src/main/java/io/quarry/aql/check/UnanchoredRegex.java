package io.quarry.aql.check;

import io.quarry.aql.analysis.WholeRegex;
import io.quarry.aql.catalog.AqlSwitch;
import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.aql.syntax.Expression;
import io.quarry.aql.syntax.MatchOperator;
import io.quarry.plan.Repair;
import io.quarry.plan.TextEdit;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Regular expressions that are written to be searched for, while {@code MATCHES} wants them to cover the whole value; and
 * patterns of {@code LIKE} given to {@code MATCHES}.
 */
final class UnanchoredRegex implements Check {
    /** Begins with something literal or a group, as a search does; a class or a wildcard may well begin a whole value. */
    private static final Pattern SEARCH =
            Pattern.compile("(?:\\([^?]|\\(\\?:|[A-Za-z0-9%]|\\\\[^A-Za-z0-9]).*", Pattern.DOTALL);

    private static final Pattern ENDS_OPEN = Pattern.compile(".*(?:[.][*+]|\\$|[.][*]\\))", Pattern.DOTALL);

    @Override
    public void check(Subject subject) {
        subject.walk(expression -> {
            if (expression instanceof Expression.Match match && match.operator().isRegex()) {
                match.patterns()
                        .forEach(pattern -> Constants.text(pattern).ifPresent(text -> inspect(match, text, subject)));
            }
        });
    }

    private static void inspect(Expression.Match match, Expression.Text text, Subject subject) {
        String regex = text.value();
        if (regex.length() > 1 && (regex.startsWith("%") || regex.endsWith("%"))) {
            percent(match, text, subject);
            return;
        }
        if (subject.isOn(AqlSwitch.REGEX_ANYWHERE)
                || !SEARCH.matcher(regex).matches()
                || ENDS_OPEN.matcher(regex).matches()
                || regex.contains(".*")) {
            return;
        }
        String whole = Constants.quoted(WholeRegex.of(regex));
        subject.findings()
                .add(
                        Repair.replace("cover the whole value", text.span(), whole),
                        AqlCode.UNANCHORED_REGEX,
                        text.span(),
                        match.operator().keyword() + " wants the whole value covered; this is true of nothing longer",
                        "write " + whole);
    }

    private static void percent(Expression.Match match, Expression.Text text, Subject subject) {
        String message = "% is no wildcard in a regular expression";
        boolean literal = text.value().matches("%?[^%.*+?^$|()\\[\\]{}\\\\_]*%?");
        String like = match.operator() == MatchOperator.IMATCHES ? "ILIKE" : "LIKE";
        if (!literal) {
            subject.findings().add(AqlCode.UNANCHORED_REGEX, text.span(), message, "write .* instead of %, or " + like);
            return;
        }
        String operator = (match.negated() ? "NOT " : "") + like;
        Repair repair = new Repair("write " + like, List.of(new TextEdit(match.operatorSpan(), operator)));
        subject.findings().add(repair, AqlCode.UNANCHORED_REGEX, text.span(), message, "write " + like);
    }
}
