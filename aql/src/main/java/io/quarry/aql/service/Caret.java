package io.quarry.aql.service;

import io.quarry.aql.syntax.Lexeme;
import io.quarry.aql.syntax.Lexeme.Kind;
import io.quarry.aql.syntax.Lexemes;
import io.quarry.plan.SourceText;
import io.quarry.plan.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A place in a text that may be broken, by the words before it: in which query it stands, and in which clause of it. Found
 * without parsing, so that there is an answer everywhere.
 */
final class Caret {
    private static final Set<String> CLAUSES = Set.of(
            "SELECT",
            "FROM",
            "INTO",
            "WHERE",
            "GROUP",
            "HAVING",
            "ORDER",
            "SESSION",
            "LIMIT",
            "LAST",
            "START",
            "STOP",
            "TIMES",
            "PARAMETERS");

    /** Keywords after which an operand follows, or the rest of a clause's name. */
    private static final Set<String> BEFORE_OPERANDS = Set.of(
            "SELECT",
            "DISTINCT",
            "WHERE",
            "BY",
            "HAVING",
            "AND",
            "OR",
            "NOT",
            "LIKE",
            "ILIKE",
            "MATCHES",
            "IMATCHES",
            "IN",
            "BETWEEN",
            "CASE",
            "WHEN",
            "THEN",
            "ELSE",
            "FROM",
            "INTO",
            "LIMIT",
            "LAST",
            "START",
            "STOP",
            "AS",
            "PARAMETERS",
            "GROUP",
            "ORDER",
            "SESSION",
            "IS",
            "SEARCH",
            "TEXT");

    private final SourceText source;
    private final int offset;
    private final List<Lexeme> all;
    private final List<Lexeme> words = new ArrayList<>();
    private Span prefix;
    private boolean inText;

    /** The index of the first word of the query at hand, and how many brackets that hold no query are open in it. */
    private int query;

    private int depth;
    private String clause = "";

    Caret(SourceText source, int offset) {
        this.source = source;
        this.offset = Math.max(0, Math.min(offset, source.text().length()));
        this.prefix = new Span(this.offset, this.offset);
        this.all = Lexemes.of(source);
        for (Lexeme lexeme : all) {
            if (lexeme.span().start() < this.offset) {
                take(lexeme);
            }
        }
        findQuery();
    }

    private void take(Lexeme lexeme) {
        int end = lexeme.span().end();
        boolean isWord = lexeme.kind() == Kind.NAME || lexeme.kind() == Kind.KEYWORD;
        boolean isClosed = lexeme.text().startsWith("\"")
                && lexeme.text().length() > 1
                && lexeme.text().endsWith("\"");
        if (isWord && (end > offset || end == offset && !isClosed)) {
            prefix = lexeme.span();
            return;
        }
        boolean open = end > offset || end == offset && (lexeme.kind() == Kind.LINE_COMMENT || isUnfinished(lexeme));
        inText |= open && lexeme.kind() != Kind.SYMBOL;
        if (!lexeme.kind().isComment()) {
            words.add(lexeme);
        }
    }

    private static boolean isUnfinished(Lexeme lexeme) {
        String text = lexeme.text();
        return switch (lexeme.kind()) {
            case TEXT -> text.length() < 2 || !text.endsWith("'");
            case BLOCK_COMMENT -> text.length() < 4 || !text.endsWith("*/");
            case KEYWORD, NAME, NUMBER, SYMBOL, LINE_COMMENT -> false;
        };
    }

    /** Walks through the words; a bracket that holds a query begins another one until it is closed. */
    private void findQuery() {
        record Outer(int query, int depth, String clause) {}
        List<Outer> outer = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = upper(words.get(i));
            if (word.equals("(")) {
                if (i + 1 < words.size() && upper(words.get(i + 1)).equals("SELECT")) {
                    outer.add(new Outer(query, depth, clause));
                    query = i + 1;
                    depth = 0;
                    clause = "";
                } else {
                    depth++;
                }
            } else if (word.equals(")") && depth == 0 && !outer.isEmpty()) {
                Outer last = outer.remove(outer.size() - 1);
                query = last.query();
                depth = last.depth();
                clause = last.clause();
            } else if (word.equals(")")) {
                depth = Math.max(0, depth - 1);
            } else if (word.equals(";")) {
                query = i + 1;
                depth = 0;
                clause = "";
            } else if (depth == 0 && CLAUSES.contains(word) && !isCalled(i)) {
                clause = word;
            }
        }
    }

    /** True for {@code LAST(x)}, which is an aggregate. */
    private boolean isCalled(int i) {
        return upper(words.get(i)).equals("LAST")
                && i + 1 < words.size()
                && words.get(i + 1).is("(");
    }

    /** A bare word in capitals; what is quoted as it is. */
    private static String upper(Lexeme word) {
        return word.kind() == Kind.TEXT || word.text().startsWith("\"")
                ? word.text()
                : word.text().toUpperCase(Locale.ROOT);
    }

    private String last() {
        return words.isEmpty() ? "" : upper(words.get(words.size() - 1));
    }

    /** The name that is being written here, with its quotes; empty where none has been begun. */
    Span prefix() {
        return prefix;
    }

    /** The part of the name that stands before the place. */
    String typed() {
        return source.text().substring(prefix.start(), offset);
    }

    /** True if the name that is being written began with a double quote. */
    boolean isQuoted() {
        return typed().startsWith("\"");
    }

    /** True inside of a text, a number or a comment. */
    boolean isInText() {
        return inText;
    }

    /** The first keyword of the clause in capitals; empty before a query. */
    String clause() {
        return clause;
    }

    boolean isAfter(String keyword) {
        return last().equals(keyword);
    }

    /** True inside of brackets that hold no query. */
    boolean isInBrackets() {
        return depth > 0;
    }

    /** True where a value has just ended. */
    boolean isAfterOperand() {
        if (words.isEmpty()) {
            return false;
        }
        Lexeme word = words.get(words.size() - 1);
        return word.kind() == Kind.SYMBOL ? word.is(")") || isStar() : !BEFORE_OPERANDS.contains(last());
    }

    boolean isAfterNumber() {
        return !words.isEmpty() && words.get(words.size() - 1).kind() == Kind.NUMBER;
    }

    private boolean isStar() {
        return last().equals("*") && words.size() > 1 && BEFORE_OPERANDS.contains(upper(words.get(words.size() - 2)));
    }

    /** True inside of a {@code CASE} without its end. */
    boolean isInCase() {
        int open = 0;
        for (Lexeme word : words.subList(query, words.size())) {
            open += upper(word).equals("CASE") ? 1 : upper(word).equals("END") ? -1 : 0;
        }
        return open > 0;
    }

    /** The table that the query reads, as far as it has been written; maybe after the place. Empty if none is named. */
    String table() {
        int start = query < words.size() ? words.get(query).span().start() : offset;
        int open = 0;
        for (int i = 0; i + 1 < all.size(); i++) {
            Lexeme word = all.get(i);
            if (word.span().start() >= start) {
                open += word.is("(") ? 1 : word.is(")") ? -1 : 0;
                if (open == 0 && upper(word).equals("FROM")) {
                    return all.get(i + 1).text();
                }
            }
        }
        return "";
    }

    /** The names that the query has given to values. */
    List<String> aliases() {
        return namesAfter("AS", query);
    }

    /** The names under which statements before keep their results. */
    List<String> cursors() {
        return namesAfter("INTO", 0);
    }

    private List<String> namesAfter(String keyword, int from) {
        List<String> names = new ArrayList<>();
        for (int i = from; i + 1 < words.size(); i++) {
            if (upper(words.get(i)).equals(keyword) && words.get(i + 1).kind() == Kind.NAME) {
                names.add(words.get(i + 1).text());
            }
        }
        return names;
    }
}
