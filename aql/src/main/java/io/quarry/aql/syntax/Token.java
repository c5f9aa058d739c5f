package io.quarry.aql.syntax;

import io.quarry.plan.Span;
import java.util.Locale;

/**
 * One token.
 *
 * @param text the name or text without its quotes, else as written
 */
record Token(TokenKind kind, String text, int start, int end) {
    Span span() {
        return new Span(start, end);
    }

    /** True for that bare word in any letter case. */
    boolean is(String keyword) {
        return kind == TokenKind.NAME && text.equalsIgnoreCase(keyword);
    }

    boolean isAnyOf(String... keywords) {
        for (String keyword : keywords) {
            if (is(keyword)) {
                return true;
            }
        }
        return false;
    }

    boolean isSymbol(String symbol) {
        return kind == TokenKind.SYMBOL && text.equals(symbol);
    }

    /** True for decimal digits, which a long holds, with or without quotes around them. */
    boolean isCount() {
        return text.matches("[0-9]{1,18}");
    }

    /** The bare word in upper case, otherwise empty: what keyword tables are keyed by. */
    String keyword() {
        return kind == TokenKind.NAME ? text.toUpperCase(Locale.ROOT) : "";
    }

    /** The token as messages name it. */
    String shown() {
        return switch (kind) {
            case END -> "the end of the query";
            case TEXT -> "'" + abbreviated() + "'";
            case QUOTED_NAME -> '"' + abbreviated() + '"';
            case NAME, INTEGER, DECIMAL, SYMBOL, PLACEHOLDER -> abbreviated();
        };
    }

    private String abbreviated() {
        return text.length() <= 40 ? text : text.substring(0, 37) + "...";
    }
}
