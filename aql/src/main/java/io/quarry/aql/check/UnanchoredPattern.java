package io.quarry.aql.check;

import io.quarry.aql.catalog.AqlColumn.Content;
import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.aql.syntax.Expression;
import io.quarry.aql.syntax.MatchOperator;
import io.quarry.plan.Repair;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Patterns for file names that match longer names, too: {@code '%dfsvc.exe%'} is true of {@code mydfsvc.exe.bak}, {@code
 * '%.application%'} of {@code x.application.txt}.
 */
final class UnanchoredPattern implements Check {
    private static final String EXTENSION = "\\.[A-Za-z][A-Za-z0-9-]{1,11}";
    private static final Pattern WILDCARDS = Pattern.compile("%([^\\\\/%]*" + EXTENSION + ")(%?)");

    /** One file name as a regular expression writes it. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,60}\\\\" + EXTENSION);

    @Override
    public void check(Subject subject) {
        subject.walk(expression -> {
            if (expression instanceof Expression.Match match) {
                Content content = subject.content(match.operand());
                if (content == Content.PATH || content == Content.NAME) {
                    match.patterns().forEach(pattern -> Constants.text(pattern)
                            .ifPresent(text -> inspect(match.operator(), text, content, subject)));
                }
            }
        });
    }

    private static void inspect(MatchOperator operator, Expression.Text text, Content content, Subject subject) {
        switch (operator) {
            case LIKE, ILIKE, LIKE_ANY, ILIKE_ANY -> wildcards(text, content, subject);
            case MATCHES, IMATCHES ->
                names(text.value(), ".*").ifPresent(names -> {
                    String separator = content == Content.PATH ? ".*\\\\" : "";
                    report(text, separator + names, subject);
                });
            case SIMILAR_TO ->
                names(text.value(), "%")
                        .ifPresent(names -> report(
                                text, Optional.empty(), subject, "begin the names with a backslash and end with them"));
            case REGEXP -> {}
        }
    }

    /** A name, or a choice of names in parentheses, that stands behind a wildcard and perhaps before one. */
    private static Optional<String> names(String pattern, String wildcard) {
        if (!pattern.startsWith(wildcard)) {
            return Optional.empty();
        }
        String names = pattern.substring(wildcard.length());
        if (names.endsWith(wildcard)) {
            names = names.substring(0, names.length() - wildcard.length());
        }
        boolean choice = names.startsWith("(") && names.endsWith(")") && names.length() > 2;
        String[] all = (choice ? names.substring(1, names.length() - 1) : names).split("\\|", -1);
        boolean isNames = Arrays.stream(all).allMatch(name -> NAME.matcher(name).matches());
        return isNames && (choice || all.length == 1) ? Optional.of(names) : Optional.empty();
    }

    private static void wildcards(Expression.Text text, Content content, Subject subject) {
        Matcher matcher = WILDCARDS.matcher(text.value());
        if (!matcher.matches()) {
            return;
        }
        String name = matcher.group(1);
        boolean open = !matcher.group(2).isEmpty();
        if (name.startsWith(".")) {
            if (open) {
                report(text, "%" + name, subject);
            }
        } else {
            report(text, (content == Content.PATH ? "%\\" : "") + name, subject);
        }
    }

    private static void report(Expression.Text text, String anchored, Subject subject) {
        report(text, Optional.of(anchored), subject, "write " + Constants.quoted(anchored));
    }

    private static void report(Expression.Text text, Optional<String> anchored, Subject subject, String hint) {
        String message = "the pattern matches longer names, too";
        if (anchored.isEmpty()) {
            subject.findings().add(AqlCode.UNANCHORED_PATTERN, text.span(), message, hint);
            return;
        }
        subject.findings()
                .add(
                        Repair.replace("match the name alone", text.span(), Constants.quoted(anchored.get())),
                        AqlCode.UNANCHORED_PATTERN,
                        text.span(),
                        message,
                        hint);
    }
}
