package io.quarry.aql.syntax;

import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.plan.Repair;
import io.quarry.plan.Span;

/** What shows behind a query that it was cut out of another text: quotes of that text, a sentence, quotes inside of texts. */
final class PastedText {
    private final TokenStream tokens;

    PastedText(TokenStream tokens) {
        this.tokens = tokens;
    }

    /**
     * True, and reported, where what follows a whole query is none of it: a quote right behind its last word, or a sentence on
     * the next line. All that is left is taken then.
     */
    boolean acceptRest() {
        if (!isStrayQuote() && !beginsSentence()) {
            return false;
        }
        int end = tokens.lastEnd();
        while (!tokens.atEnd()) {
            tokens.next();
        }
        Span rest = new Span(end, tokens.findings().source().text().length());
        tokens.findings()
                .add(
                        Repair.replace("remove what follows the query", rest, ""),
                        AqlCode.TRAILING_TEXT,
                        rest,
                        "the query ends before this; what follows is none of it");
        return true;
    }

    private boolean isStrayQuote() {
        Token token = tokens.peek();
        boolean isQuote = token.kind() == TokenKind.QUOTED_NAME || token.kind() == TokenKind.TEXT;
        return isQuote && token.start() == tokens.lastEnd();
    }

    private boolean beginsSentence() {
        boolean isWords = tokens.peek().kind() == TokenKind.NAME
                && tokens.peek(1).kind() == TokenKind.NAME
                && !tokens.at("SELECT");
        return isWords
                && tokens.findings()
                                .source()
                                .text()
                                .substring(tokens.lastEnd(), tokens.peek().start())
                                .indexOf('\n')
                        >= 0;
    }

    /** True, and reported, where a word follows a text that ends in what may be a quote inside: {@code 'Jumpin' Jack'}. */
    boolean reportQuoteInside() {
        Token word = tokens.peek();
        String text = tokens.findings().source().text();
        int quote = tokens.lastEnd() - 1;
        boolean isInside = word.kind() == TokenKind.NAME
                && quote > 0
                && text.charAt(quote) == '\''
                && (Character.isLetter(text.charAt(quote - 1)) || text.charAt(quote - 1) == '\\')
                && tokens.leavesTextOpen();
        if (!isInside) {
            return false;
        }
        int start = text.charAt(quote - 1) == '\\' ? quote - 1 : quote;
        Span span = new Span(start, quote + 1);
        tokens.findings()
                .add(
                        Repair.replace("double the quote", span, "''"),
                        AqlCode.QUOTE_INSIDE_TEXT,
                        span,
                        "the text ends at this quote, and " + word.shown() + " follows",
                        "a quote inside a text is written twice");
        return true;
    }
}
