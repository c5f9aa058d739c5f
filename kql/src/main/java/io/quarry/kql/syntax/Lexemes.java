package io.quarry.kql.syntax;

import io.quarry.kql.diagnostic.Problems;
import io.quarry.plan.SourceText;
import io.quarry.plan.Span;
import java.util.ArrayList;
import java.util.List;

/** A text as the words and comments that it is made of; only blanks lie between them. Right for any text. */
public final class Lexemes {
    private final SourceText source;
    private final List<Lexeme> found = new ArrayList<>();

    private Lexemes(SourceText source) {
        this.source = source;
    }

    /** In the order of the text. */
    public static List<Lexeme> of(SourceText source) {
        return new Lexemes(source).read();
    }

    private List<Lexeme> read() {
        Scanner scanner = new Scanner(source.text(), new Problems(source));
        int end = 0;
        for (Token token = scanner.next(); token.kind() != Token.Kind.END; token = scanner.next()) {
            between(end, token.span().start());
            add(kind(token), token.span());
            end = token.span().end();
        }
        between(end, source.text().length());
        return List.copyOf(found);
    }

    private static Lexeme.Kind kind(Token token) {
        return switch (token.kind()) {
            case NAME, END -> Lexeme.Kind.NAME;
            case SYMBOL -> Lexeme.Kind.SYMBOL;
            case STRING -> Lexeme.Kind.STRING;
            case LITERAL -> Lexeme.Kind.NUMBER;
            case TYPED_LITERAL -> Lexeme.Kind.TYPED_LITERAL;
        };
    }

    private void between(int start, int end) {
        int at = start;
        while (at < end) {
            if (source.text().startsWith("//", at)) {
                int stop = Math.min(end, source.lineEnd(at));
                add(Lexeme.Kind.COMMENT, new Span(at, stop));
                at = stop;
            } else {
                at++;
            }
        }
    }

    private void add(Lexeme.Kind kind, Span span) {
        found.add(new Lexeme(kind, span, source.slice(span)));
    }
}
