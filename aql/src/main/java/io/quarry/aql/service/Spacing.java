package io.quarry.aql.service;

import io.quarry.aql.syntax.Lexeme;
import io.quarry.aql.syntax.Lexeme.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Whether a blank stands between two words of a line. Where blanks carry meaning, they stay as they are. */
final class Spacing {
    /** The keywords that end an operand. */
    private static final Set<String> OPERANDS = Set.of("END", "NULL", "TRUE", "FALSE");

    private final List<Lexeme> words;

    Spacing(List<Lexeme> words) {
        this.words = words;
    }

    /** True if a blank stands before the word, which is not the first. */
    boolean isSpaced(int i) {
        Lexeme left = words.get(i - 1);
        Lexeme right = words.get(i);
        if (right.is(",") || right.is(";") || right.is(")") || left.is("(") || left.is("::") || right.is("::")) {
            return false;
        }
        if (right.is("(")) {
            return left.kind() != Kind.NAME && !left.is("ENUMERATION") && !isSign(i - 1);
        }
        if (isHyphen(i - 1) || isHyphen(i)) {
            return false;
        }
        return !isSign(i - 1) || left.is("-") && right.is("-");
    }

    /** A hyphen that touches two names may be a part of a property's name. */
    private boolean isHyphen(int at) {
        return words.get(at).is("-")
                && at > 0
                && at + 1 < words.size()
                && words.get(at - 1).touches(words.get(at))
                && words.get(at).touches(words.get(at + 1))
                && words.get(at - 1).kind() == Kind.NAME
                && words.get(at + 1).kind() == Kind.NAME;
    }

    /** True for a minus or complement before its operand. */
    private boolean isSign(int at) {
        if (!words.get(at).is("-") && !words.get(at).is("~")) {
            return false;
        }
        int before = at - 1;
        while (before >= 0 && words.get(before).kind().isComment()) {
            before--;
        }
        if (before < 0) {
            return true;
        }
        return switch (words.get(before).kind()) {
            case SYMBOL -> !words.get(before).is(")");
            case KEYWORD -> !OPERANDS.contains(words.get(before).text().toUpperCase(Locale.ROOT));
            case NAME, TEXT, NUMBER, BLOCK_COMMENT, LINE_COMMENT -> false;
        };
    }
}
