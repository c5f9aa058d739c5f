package io.quarry.kql.syntax;

import io.quarry.data.Type;
import io.quarry.plan.Span;

/**
 * A word of a KQL text.
 *
 * @param text a name or symbol as written; the raw content of a typed literal; a string's value
 * @param type the type of a literal, else null
 * @param value the boxed value of a number or timespan literal, else null
 */
record Token(Kind kind, Span span, String text, Type type, Object value) {
    enum Kind {
        NAME,
        SYMBOL,
        STRING,
        /** A number or timespan with its value. */
        LITERAL,
        /** {@code datetime(...)} and its like; the content is kept raw. */
        TYPED_LITERAL,
        END
    }

    static Token of(Kind kind, Span span, String text) {
        return new Token(kind, span, text, null, null);
    }

    boolean isSymbol(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    boolean isName(String name) {
        return kind == Kind.NAME && text.equals(name);
    }

    /** True if the other token follows without a blank. */
    boolean touches(Token next) {
        return span.end() == next.span().start();
    }

    private boolean isVisible() {
        int point = text.codePointAt(0);
        return !Character.isISOControl(point) && Character.getType(point) != Character.FORMAT;
    }

    /** The token as messages name it. */
    String describe() {
        return switch (kind) {
            case NAME -> "'" + text + "'";
            case SYMBOL -> isVisible() ? "'" + text + "'" : String.format("the character U+%04X", text.codePointAt(0));
            case STRING -> "a string";
            case LITERAL, TYPED_LITERAL -> "a " + type.label() + " literal";
            case END -> "the end of the text";
        };
    }
}
