package io.quarry.aql.syntax;

import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.aql.diagnostic.Findings;
import io.quarry.plan.Span;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a template that a program or a reader fills in with one value: {@code {start}}, {@code ${ip}}, {@code %s}. AQL
 * has none of the forms where a value is expected.
 *
 * @param written the whole placeholder
 * @param name under which a value can be given; empty if it has none, as {@code ?}
 */
public record Placeholder(String written, String name) {
    /** Forms that end in a mark of their own, so that they are known inside a text, too. A group holds the name. */
    private static final String DELIMITED = "\\{\\{?\\s*([\\w.-]*)\\s*}}?|\\$\\{\\s*([\\w.-]+)\\s*}"
            + "|\\$([A-Za-z]\\w*)\\$|%\\(([\\w.-]+)\\)[sd]|##([\\w.-]+)##"
            + "|<([A-Za-z](?:(?! (?i:AND|OR) )[\\w .-])*)>";

    private static final Pattern INSIDE = Pattern.compile(DELIMITED);

    private static final Pattern BARE =
            Pattern.compile(DELIMITED + "|\\$([A-Za-z_]\\w*)|[:@]([A-Za-z_]\\w*)|%[sd](?![\\w%])|\\?|\\.\\.\\.|\u2026");

    private static final Pattern WHOLE = Pattern.compile(BARE.pattern() + "|\\[([^\\[\\]]+)]");

    /** The marks that begin a placeholder wherever they stand. */
    private static final String OWN_MARKS = "{$";

    /** The marks that begin one where an operand is expected, and are operators or slips elsewhere. */
    private static final String SHARED_MARKS = "<%:#?@.\u2026";

    /** Longer texts are none. */
    private static final int LONGEST = 100;

    /**
     * The placeholder that begins at a place of a query, outside of quotes.
     *
     * @param expectsOperand true where no operator can stand
     */
    static Optional<Placeholder> at(String text, int place, boolean expectsOperand) {
        char mark = text.charAt(place);
        if (OWN_MARKS.indexOf(mark) < 0 && !(expectsOperand && SHARED_MARKS.indexOf(mark) >= 0)) {
            return Optional.empty();
        }
        Matcher matcher = BARE.matcher(text).region(place, Math.min(text.length(), place + LONGEST));
        return matcher.lookingAt() ? Optional.of(of(matcher)) : Optional.empty();
    }

    /** The placeholder that a quoted text is, if it is one and nothing else. */
    public static Optional<Placeholder> of(String text) {
        Matcher matcher = WHOLE.matcher(text.strip());
        return text.length() < LONGEST && matcher.matches() ? Optional.of(of(matcher)) : Optional.empty();
    }

    /** True for a text that has the form of a placeholder, but may well be meant as it is written. */
    public static boolean isLikely(String text) {
        return text.length() < LONGEST && INSIDE.matcher(text.strip()).matches();
    }

    /**
     * A quoted text with what is given for the placeholder that it is, or for those that stand in it.
     *
     * @param values gives the value of a name, if there is one
     */
    static String filled(String text, Function<String, Optional<String>> values) {
        return of(text).flatMap(whole -> values.apply(whole.name())).orElseGet(() -> INSIDE.matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(values.apply(name(found)).orElse(found.group()))));
    }

    private static Placeholder of(MatchResult found) {
        return new Placeholder(found.group(), name(found));
    }

    private static String name(MatchResult found) {
        for (int group = 1; group <= found.groupCount(); group++) {
            if (found.group(group) != null) {
                return found.group(group);
            }
        }
        return "";
    }

    /** Says that the query holds this placeholder, and how to give its value. */
    public void report(Findings findings, Span span) {
        String hint = name.isEmpty()
                ? "write a value in its place; it has no name by which one could be given"
                : "--param " + argument() + " gives its value to a query that runs";
        findings.add(AqlCode.TEMPLATE, span, written + " is a placeholder", hint);
    }

    private String argument() {
        String argument = name + "=VALUE";
        return name.indexOf(' ') < 0 ? argument : '"' + argument + '"';
    }

    /** Says that this placeholder stands where more than a value belongs. */
    public void refuse(Findings findings, Span span, String belongs) {
        findings.add(
                AqlCode.TEMPLATE_VALUE,
                span,
                "the placeholder " + written + " stands where " + belongs + " belongs",
                "write that in its place; a placeholder stands for one value");
    }
}
