package io.quarry.aql.analysis;

import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.plan.Code;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The words of a text search: words and {@code "phrases"} with {@code ?} and {@code *} in them, {@code AND}, {@code OR} and
 * {@code NOT} in upper case, parentheses, and a backslash before a character that stands for itself. Words without an
 * operator between them all have to occur.
 */
final class SearchTerms {
    private static final String SPECIAL = "+-&|!(){}[]^\"~*?:\\";
    private static final String LETTER = "[\\p{L}\\p{N}]";
    private static final int DEEPEST = 50;

    /** Words that are no search, or one that cannot be run. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        private final boolean isSound;

        private Unreadable(boolean isSound, String message) {
            super(message, null, false, false);
            this.isSound = isSound;
        }

        Code code() {
            return isSound ? CommonCode.UNSUPPORTED : AqlCode.NOT_CONVERTIBLE;
        }
    }

    private final String text;
    private final Function<String, Expr> occurs;
    private int at;
    private int depth;

    /** @param occurs gives the test for a word, which it is given as a regular expression */
    SearchTerms(String text, Function<String, Expr> occurs) {
        this.text = text;
        this.occurs = occurs;
    }

    Expr condition() throws Unreadable {
        Expr condition = either();
        if (at < text.length()) {
            throw faulty("a ) without its (");
        }
        return condition;
    }

    private Expr either() throws Unreadable {
        if (++depth > DEEPEST) {
            throw faulty("more than " + DEEPEST + " parentheses inside each other");
        }
        List<Expr> any = new ArrayList<>(List.of(all()));
        while (accept("OR")) {
            any.add(all());
        }
        depth--;
        return any.size() == 1 ? any.get(0) : new Expr.Or(any);
    }

    private Expr all() throws Unreadable {
        List<Expr> all = new ArrayList<>();
        boolean anyPositive = false;
        do {
            boolean negated = accept("NOT");
            Expr term = term();
            all.add(negated ? new Expr.Not(term) : term);
            anyPositive |= !negated;
        } while (accept("AND") || !atEnd() && !atWord("OR"));
        if (!anyPositive) {
            throw faulty("NOT without a word that has to occur");
        }
        return all.size() == 1 ? all.get(0) : new Expr.And(all);
    }

    private Expr term() throws Unreadable {
        if (atEnd() || atWord("AND") || atWord("OR") || atWord("NOT")) {
            throw faulty("a word is missing");
        }
        if (text.charAt(at) == '(') {
            at++;
            Expr inner = either();
            if (at == text.length()) {
                throw faulty("a ( without its )");
            }
            at++;
            return inner;
        }
        boolean quoted = text.charAt(at) == '"';
        at += quoted ? 1 : 0;
        String words = quoted ? phrase() : word();
        if (words.isEmpty()) {
            throw faulty("a word is missing");
        }
        return occurs.apply(words);
    }

    private String phrase() throws Unreadable {
        StringBuilder regex = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            character(regex);
        }
        if (at++ == text.length()) {
            throw faulty("a phrase that is not closed");
        }
        return joined(regex);
    }

    private String word() throws Unreadable {
        StringBuilder regex = new StringBuilder();
        while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && "()\"".indexOf(text.charAt(at)) < 0) {
            character(regex);
        }
        return joined(regex);
    }

    /** Letters and digits are what words are of; everything else is a gap, for now one blank. */
    private void character(StringBuilder regex) throws Unreadable {
        int character = text.codePointAt(at);
        boolean escaped = character == '\\' && at + 1 < text.length() && SPECIAL.indexOf(text.charAt(at + 1)) >= 0;
        boolean begins = regex.length() == 0 || regex.charAt(regex.length() - 1) == ' ';
        at += escaped ? 2 : Character.charCount(character);
        if (!escaped && (character == '*' || character == '?')) {
            if (begins) {
                throw faulty("a word begins with " + Character.toString(character));
            }
            regex.append(LETTER).append(character == '*' ? "*" : "");
        } else if (!escaped && SPECIAL.indexOf(character) >= 0 && !(character == '-' && !begins)) {
            throw new Unreadable(
                    true,
                    "TEXT SEARCH cannot be run yet with " + Character.toString(character) + " without a backslash");
        } else if (Character.isLetterOrDigit(character)) {
            regex.appendCodePoint(character);
        } else if (!begins) {
            regex.append(' ');
        }
    }

    private static String joined(StringBuilder regex) {
        return regex.toString().strip().replace(" ", "[^\\p{L}\\p{N}]+");
    }

    private boolean accept(String operator) {
        if (!atWord(operator)) {
            return false;
        }
        at += operator.length();
        return true;
    }

    private boolean atWord(String operator) {
        atEnd();
        int end = at + operator.length();
        return text.startsWith(operator, at)
                && (end == text.length()
                        || Character.isWhitespace(text.charAt(end))
                        || "()\"".indexOf(text.charAt(end)) >= 0);
    }

    /** True at the end of what stands in parentheses, too; blanks are passed over. */
    private boolean atEnd() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at == text.length() || text.charAt(at) == ')';
    }

    private Unreadable faulty(String found) {
        return new Unreadable(false, "'" + text + "' is no search for words: " + found);
    }
}
