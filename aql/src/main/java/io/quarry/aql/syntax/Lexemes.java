package io.quarry.aql.syntax;

import io.quarry.aql.diagnostic.Findings;
import io.quarry.plan.SourceText;
import io.quarry.plan.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A text as the words and comments that it is made of; only blanks lie between them. */
public final class Lexemes {
    private final SourceText source;
    private final List<Lexeme> found = new ArrayList<>();

    private Lexemes(SourceText source) {
        this.source = source;
    }

    /** In the order of the text. Which words are keywords is right for texts without errors. */
    public static List<Lexeme> of(SourceText source) {
        return new Lexemes(source).read();
    }

    private List<Lexeme> read() {
        Findings findings = new Findings(source);
        List<Token> tokens = Scanner.scan(findings, Map.of());
        TokenStream stream = new TokenStream(findings, tokens);
        QueryParser.parse(stream);
        int end = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            comments(end, token.start());
            if (token.kind() != TokenKind.END) {
                add(kind(token, stream.isKeyword(i)), token.start(), token.end());
            }
            end = token.end();
        }
        return List.copyOf(found);
    }

    private static Lexeme.Kind kind(Token token, boolean isKeyword) {
        return switch (token.kind()) {
            case NAME -> isKeyword ? Lexeme.Kind.KEYWORD : Lexeme.Kind.NAME;
            case QUOTED_NAME, END -> Lexeme.Kind.NAME;
            case TEXT, PLACEHOLDER -> Lexeme.Kind.TEXT;
            case INTEGER, DECIMAL -> Lexeme.Kind.NUMBER;
            case SYMBOL -> Lexeme.Kind.SYMBOL;
        };
    }

    private void comments(int start, int end) {
        String text = source.text();
        int at = start;
        while (at < end) {
            int stop = at + 1;
            if (text.startsWith("/*", at)) {
                int close = text.indexOf("*/", at + 2);
                stop = close < 0 ? end : close + 2;
                add(Lexeme.Kind.BLOCK_COMMENT, at, stop);
            } else if (text.startsWith("--", at) || text.startsWith("//", at) || text.charAt(at) == '#') {
                stop = Math.min(end, source.lineEnd(at));
                add(Lexeme.Kind.LINE_COMMENT, at, stop);
            }
            at = stop;
        }
    }

    private void add(Lexeme.Kind kind, int start, int end) {
        Span span = new Span(start, end);
        found.add(new Lexeme(kind, span, source.slice(span)));
    }
}
