package io.quarry.aql.service;

import io.quarry.aql.syntax.Lexeme;
import io.quarry.aql.syntax.Lexeme.Kind;
import io.quarry.plan.SourceText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Writes the words of one query with line breaks and blanks of its own. Clauses begin lines, and so does what brackets with
 * a query hold; other line breaks of the author stay, indented anew. Used once.
 */
final class Layout {
    private static final int STEP = 4;

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
            "TIMES",
            "PARAMETERS");

    /** A query: the whole text, or what brackets hold. */
    private static final class Block {
        /** The indent of its clauses. */
        private final int indent;

        /** Open brackets of the clause at hand that hold no query. */
        private int depth;

        Block(int indent) {
            this.indent = indent;
        }
    }

    private final SourceText source;
    private final List<Lexeme> words;
    private final Spacing spacing;
    private final StringBuilder out = new StringBuilder();
    private final Deque<Block> blocks = new ArrayDeque<>();

    /** The indent of the line that is being written. */
    private int line;

    Layout(SourceText source, List<Lexeme> words) {
        this.source = source;
        this.words = words;
        this.spacing = new Spacing(words);
    }

    /** The whole text; its last line ends with a line break. */
    String text() {
        blocks.push(new Block(0));
        for (int i = 0; i < words.size(); i++) {
            Lexeme word = words.get(i);
            boolean closesQuery = word.is(")") && blocks.element().depth == 0 && blocks.size() > 1;
            if (closesQuery) {
                newLine(blocks.pop().indent - STEP);
            } else {
                blocks.element().depth -= word.is(")") ? 1 : 0;
                if (i > 0) {
                    separate(i);
                }
            }
            out.append(Formatter.shown(word));
            if (word.is("(")) {
                open(i);
            }
        }
        return out.isEmpty() ? "" : out.append('\n').toString();
    }

    private void open(int i) {
        if (holdsQuery(i)) {
            blocks.push(new Block(line + STEP));
        } else {
            blocks.element().depth++;
        }
    }

    private boolean holdsQuery(int i) {
        int next = i + 1;
        while (next < words.size() && words.get(next).kind().isComment()) {
            next++;
        }
        return next < words.size() && words.get(next).is("SELECT");
    }

    private void separate(int i) {
        Lexeme before = words.get(i - 1);
        Lexeme word = words.get(i);
        int breaks = breaks(i);
        boolean first = before.is("(") && holdsQuery(i - 1);
        boolean isComment = word.kind().isComment();
        if (first || beginsClause(word)) {
            newLine(blocks.element().indent);
        } else if (before.kind() == Kind.LINE_COMMENT || breaks > 0 && keepsBreak(i)) {
            newLine(isComment && clauseFollows(i) ? blocks.element().indent : indentOf(word), breaks > 1 && isComment);
        } else if (isComment || before.kind().isComment() || spacing.isSpaced(i)) {
            out.append(' ');
        }
    }

    private static boolean beginsClause(Lexeme word) {
        return word.kind() == Kind.KEYWORD && CLAUSES.contains(word.text().toUpperCase(Locale.ROOT));
    }

    private boolean clauseFollows(int i) {
        int next = i;
        while (next < words.size() && words.get(next).kind().isComment()) {
            next++;
        }
        return next == words.size() || beginsClause(words.get(next)) && blocks.element().depth == 0;
    }

    private boolean keepsBreak(int i) {
        Lexeme word = words.get(i);
        boolean joins = word.is(",")
                || word.is(";")
                || word.is("::")
                || words.get(i - 1).is("::");
        return !joins && !(word.is("(") && !spacing.isSpaced(i));
    }

    /** The indent of a line that begins inside of a clause. */
    private int indentOf(Lexeme word) {
        Block block = blocks.element();
        return block.indent + STEP * (word.is(")") ? block.depth : Math.max(1, block.depth));
    }

    /** How many line breaks lie before a word. */
    private int breaks(int i) {
        return source.lineBreaks(
                words.get(i - 1).span().end(), words.get(i).span().start());
    }

    private void newLine(int indent, boolean blankLineBefore) {
        if (blankLineBefore) {
            out.append('\n');
        }
        newLine(indent);
    }

    private void newLine(int indent) {
        out.append('\n').append(" ".repeat(indent));
        line = indent;
    }
}
