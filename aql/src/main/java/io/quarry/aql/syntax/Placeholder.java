package io.quarry.aql.syntax;

import io.quarry.aql.diagnostic.AqlCode;
import java.util.Map;
import java.util.regex.Pattern;

/** What templates hold in the place of a value that a program or a reader fills in: {@code <ip>}, {@code {start}}. */
public final class Placeholder {
    private static final Map<String, String> PAIRS = Map.of("<", ">", "{", "}", "[", "]");
    private static final Pattern TEXT =
            Pattern.compile("<[^<>]+>|\\$?\\{+[^{}]+}+|\\$\\w+|%\\w+%?|%\\(\\w+\\)s|\\[[^\\[\\]]+]");

    /** Longer ones are none. */
    private static final int MOST_TOKENS = 8;

    private Placeholder() {}

    /** True if a text is a placeholder and nothing else. */
    public static boolean isAll(String text) {
        return text.length() < 100 && TEXT.matcher(text.strip()).matches();
    }

    /** How many tokens from here on are a placeholder without quotes around it; 0 if there is none. */
    private static int length(TokenStream tokens) {
        if (tokens.atSymbol("?")) {
            return 1;
        }
        int from = tokens.atSymbol("$") ? 1 : 0;
        if (from == 1 && tokens.peek(1).kind() == TokenKind.NAME) {
            return 2;
        }
        String close = PAIRS.get(tokens.peek(from).text());
        if (close == null || tokens.peek(from).kind() != TokenKind.SYMBOL) {
            return 0;
        }
        for (int i = from + 1; i < from + MOST_TOKENS; i++) {
            Token token = tokens.peek(i);
            if (token.isSymbol(close) && i > from + 1) {
                return i + 1;
            }
            if (token.kind() != TokenKind.NAME && !token.isSymbol("-") && !token.isSymbol("{")) {
                return 0;
            }
        }
        return 0;
    }

    /** Reads a placeholder, if one stands here, and reports it. */
    static boolean accept(TokenStream tokens) {
        int length = length(tokens);
        if (length == 0) {
            return false;
        }
        int start = tokens.peek().start();
        for (int i = 0; i < length; i++) {
            tokens.next();
        }
        String written = tokens.findings().source().slice(tokens.since(start));
        tokens.findings()
                .add(
                        AqlCode.TEMPLATE_VALUE,
                        tokens.since(start),
                        written + " is a placeholder",
                        "put a value in its place");
        return true;
    }
}
