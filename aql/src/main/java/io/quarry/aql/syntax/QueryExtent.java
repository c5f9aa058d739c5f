package io.quarry.aql.syntax;

import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.aql.diagnostic.Findings;
import io.quarry.plan.Repair;
import io.quarry.plan.Span;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a text that is the query: what was copied with it from a page or a program is left out, and reported.
 *
 * @param from where it begins
 * @param to where it ends
 */
record QueryExtent(int from, int to) {
    private static final Pattern FENCE = Pattern.compile("^[ \t]*(```|~~~)[ \t]*\\w*[ \t]*$", Pattern.MULTILINE);

    /** A label, a number or a variable before a query on one line, and the quote before it. */
    private static final Pattern LABEL = Pattern.compile(
            "\\s*+(?:[\\w ]{1,40}[:=.)>]|[-*>]|)\\s*+(\"\"\"|[\"'])?\\s*+(?=SELECT\\s)", Pattern.CASE_INSENSITIVE);

    /** Words before a query that begins on a line of its own. */
    private static final Pattern SENTENCE =
            Pattern.compile("\\s*+[A-Z][\\w',.\\- ]*[:.][ \\t\\r]*\\n\\s*+(?=SELECT\\s)", Pattern.CASE_INSENSITIVE);

    /** The query in a text; of one that is nothing else, all of it. */
    static QueryExtent of(Findings findings) {
        String text = findings.source().text();
        Matcher fence = FENCE.matcher(text);
        if (fence.find()) {
            int from = fence.end();
            int to = fence.find() ? fence.start() : text.length();
            return new QueryExtent(from, to).reported(findings);
        }
        Matcher label = LABEL.matcher(text);
        if (label.lookingAt()) {
            String quote = label.group(1);
            int end = text.stripTrailing().length();
            boolean isClosed = quote != null && text.startsWith(quote, end - quote.length()) && end > label.end();
            QueryExtent extent = new QueryExtent(label.end(), isClosed ? end - quote.length() : text.length());
            return text.substring(0, label.end()).isBlank() ? extent : extent.reported(findings);
        }
        Matcher sentence = SENTENCE.matcher(text);
        return sentence.lookingAt()
                ? new QueryExtent(sentence.end(), text.length()).reported(findings)
                : new QueryExtent(0, text.length());
    }

    private QueryExtent reported(Findings findings) {
        String text = findings.source().text();
        report(findings, new Span(0, from), AqlCode.LEADING_TEXT, "the query begins behind this");
        if (!text.substring(to).isBlank()) {
            report(findings, new Span(to, text.length()), AqlCode.TRAILING_TEXT, "the query ends before this");
        }
        return this;
    }

    private static void report(Findings findings, Span span, AqlCode code, String message) {
        findings.add(Repair.replace("remove what is none of the query", span, ""), code, span, message);
    }
}
