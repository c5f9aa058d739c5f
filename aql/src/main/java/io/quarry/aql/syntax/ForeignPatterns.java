package io.quarry.aql.syntax;

import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.plan.Span;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Patterns that do not stand in single quotes. */
final class ForeignPatterns {
    private static final Pattern WITH_WILDCARD = Pattern.compile("[\\w.*\\\\/:-]*%[\\w.%*\\\\/:-]*");
    private static final Pattern SLASHED = Pattern.compile("/((?:[^/\\\\\\n]|\\\\.)+)/([a-z]*)");

    private final TokenStream tokens;

    ForeignPatterns(TokenStream tokens) {
        this.tokens = tokens;
    }

    /** A bare word with a wildcard, or a regular expression between slashes; empty if what stands here is read as a value. */
    Optional<Expression> accept(MatchOperator operator, Span operatorSpan) {
        TokenKind kind = tokens.peek().kind();
        if (kind == TokenKind.TEXT || kind == TokenKind.PLACEHOLDER || kind == TokenKind.END) {
            return Optional.empty();
        }
        String text = tokens.findings().source().text();
        int start = tokens.peek().start();
        int end = tokens.findings().source().lineEnd(start);
        if (operator.hasWildcards()) {
            Matcher matcher = WITH_WILDCARD.matcher(text).region(start, end);
            return matcher.lookingAt() ? Optional.of(bare(matcher)) : Optional.empty();
        }
        Matcher matcher = SLASHED.matcher(text).region(start, end);
        return operator.isRegex() && matcher.lookingAt()
                ? Optional.of(slashed(matcher, operatorSpan))
                : Optional.empty();
    }

    private Expression bare(Matcher found) {
        Span span = take(found);
        tokens.findings()
                .correct(
                        AqlCode.TEXT_QUOTES,
                        span,
                        "the pattern " + found.group() + " stands without quotes",
                        Expression.Text.quoted(found.group()));
        return new Expression.Text(span, found.group());
    }

    private Expression slashed(Matcher found, Span operator) {
        Span span = take(found);
        String regex = found.group(1).replace("\\/", "/");
        String written = Expression.Text.quoted(regex);
        String message = "a regular expression stands in single quotes, not between slashes";
        String word = tokens.findings().source().slice(operator);
        boolean ignoresCase = found.group(2).contains("i");
        Span both = new Span(operator.start(), span.end());
        String operatorMeant = ignoresCase ? word.replaceFirst("(?i)\\bMATCHES$", "IMATCHES") : word;
        tokens.findings().correct(AqlCode.TEXT_QUOTES, both, message, operatorMeant + " " + written);
        return new Expression.Text(span, regex);
    }

    private Span take(Matcher found) {
        while (!tokens.atEnd() && tokens.peek().start() < found.end()) {
            tokens.next();
        }
        return new Span(found.start(), found.end());
    }
}
