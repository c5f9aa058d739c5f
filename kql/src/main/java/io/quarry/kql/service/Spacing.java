package io.quarry.kql.service;

import io.quarry.kql.syntax.Lexeme;
import io.quarry.kql.syntax.Lexeme.Kind;
import java.util.List;
import java.util.Set;

/** Whether a blank stands between two words of a line. Where blanks carry meaning, they stay as they are. */
final class Spacing {
    private static final Set<String> BETWEEN_OPERANDS =
            Set.of("==", "!=", "<>", "<=", ">=", "=~", "!~", "..", "=>", "<", ">", "+", "/", "%");

    /** Words after which an operand begins, and a parenthesis is no list of arguments. */
    private static final Set<String> WORDS = Set.of(
            "and",
            "or",
            "in",
            "has_any",
            "has_all",
            "between",
            "by",
            "on",
            "where",
            "filter",
            "extend",
            "project",
            "print",
            "summarize",
            "distinct",
            "join",
            "lookup",
            "union",
            "with",
            "from",
            "to",
            "step",
            "has",
            "contains",
            "startswith",
            "endswith",
            "regex",
            "of",
            "limit",
            "take",
            "top",
            "as",
            "fork",
            "partition",
            "view");

    /** Operators that begin with parameters, which are written {@code name=value}. */
    private static final Set<String> WITH_PARAMETERS = Set.of(
            "join",
            "lookup",
            "union",
            "parse",
            "where",
            "expand",
            "mvexpand",
            "apply",
            "series",
            "search",
            "find",
            "scan",
            "partition",
            "graph",
            "kv",
            "evaluate",
            "summarize",
            "distinct",
            "sort",
            "reduce",
            "serialize");

    private static final Set<String> PARAMETERS = Set.of(
            "kind",
            "flags",
            "withsource",
            "with_source",
            "isfuzzy",
            "bagexpansion",
            "with_itemindex",
            "with_match_id",
            "with_node_id");

    private final List<Lexeme> words;

    Spacing(List<Lexeme> words) {
        this.words = words;
    }

    /** True if a blank stands before the word, which is not the first. */
    boolean isSpaced(int i) {
        Lexeme left = words.get(i - 1);
        Lexeme right = words.get(i);
        boolean written = !left.touches(right);
        if (right.is(",") || right.is(";") || right.is(")") || right.is("]") || left.is("(") || left.is("[")) {
            return false;
        }
        if (left.is("{") || right.is("}")) {
            return written;
        }
        if (right.is(".") || left.is(".")) {
            return written && left.kind() == Kind.NUMBER;
        }
        if (left.is("!") || right.is("~") || left.is("@") || left.is("#")) {
            return written;
        }
        if (right.is("(") || right.is("[")) {
            return opens(i, written);
        }
        if (right.is(":")) {
            return false;
        }
        if (left.is(":")) {
            return written
                    || right.kind() != Kind.STRING
                    || words.get(Math.max(0, i - 2)).kind() == Kind.STRING;
        }
        if (left.is("=") || right.is("=")) {
            return !isParameter(left.is("=") ? i - 1 : i);
        }
        if (left.is("*") || right.is("*")) {
            return star(i, written);
        }
        return !(left.is("-") || right.is("-")) || minus(i, written);
    }

    private boolean opens(int i, boolean written) {
        Lexeme left = words.get(i - 1);
        if (WORDS.contains(left.text())
                || BETWEEN_OPERANDS.contains(left.text())
                || left.is(",")
                || left.is("|")
                || left.is(":")) {
            return true;
        }
        if (left.is("=")) {
            return !isParameter(i - 1);
        }
        return written && !left.is("!") || left.is("*");
    }

    /** A star beside a name is a part of it, if it touches it. */
    private boolean star(int i, boolean written) {
        Lexeme left = words.get(i - 1);
        Lexeme right = words.get(i);
        int at = left.is("*") ? i - 1 : i;
        boolean beside = isNameTouching(at - 1, at) || isNameTouching(at + 1, at);
        return written || !beside && !left.is("(") && !right.is(")");
    }

    private boolean isNameTouching(int name, int other) {
        return name >= 0
                && name < words.size()
                && words.get(name).kind() == Kind.NAME
                && words.get(Math.min(name, other)).touches(words.get(Math.max(name, other)));
    }

    /** A hyphen that touches two names may be a part of an operator's name; one before an operand is a sign. */
    private boolean minus(int i, boolean written) {
        int at = words.get(i).is("-") ? i : i - 1;
        boolean joins = at > 0
                && at + 1 < words.size()
                && words.get(at - 1).touches(words.get(at))
                && words.get(at).touches(words.get(at + 1))
                && words.get(at - 1).kind() == Kind.NAME
                && words.get(at + 1).kind() == Kind.NAME;
        if (joins) {
            return written;
        }
        return isSign(at) ? at == i : true;
    }

    private boolean isSign(int at) {
        if (at == 0) {
            return true;
        }
        Lexeme before = words.get(at - 1);
        return switch (before.kind()) {
            case SYMBOL -> !before.is(")") && !before.is("]") && !before.is("*");
            case NAME -> WORDS.contains(before.text());
            case STRING, NUMBER, TYPED_LITERAL, COMMENT -> false;
        };
    }

    /** True if an equals sign stands between the name of an operator's parameter and its value. */
    private boolean isParameter(int equals) {
        int name = equals - 1;
        while (name >= 2 && words.get(name - 1).is(".")) {
            name -= 2;
        }
        if (name < 1) {
            return false;
        }
        if (words.get(name).is("hint") && name < equals - 1) {
            return true;
        }
        Lexeme before = words.get(name - 1);
        return PARAMETERS.contains(words.get(name).text())
                && (WITH_PARAMETERS.contains(before.text()) || followsParameter(name));
    }

    /** True if the word before the last parameter's value is an equals sign of a parameter. */
    private boolean followsParameter(int name) {
        return name >= 3 && words.get(name - 2).is("=") && isParameter(name - 2);
    }
}
