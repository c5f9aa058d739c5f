package io.quarry.kql.service;

import io.quarry.kql.syntax.Lexeme;
import io.quarry.kql.syntax.Lexeme.Kind;
import io.quarry.plan.SourceText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Writes the words of one text with line breaks and blanks of its own. Pipes, statements and what brackets with pipes hold
 * begin lines; other line breaks of the author stay, indented anew. Used once.
 */
final class Layout {
    private static final int STEP = 4;

    /** Statements at one indent: the whole text, or what spread brackets hold. */
    private static final class Block {
        /** The indent of statements. */
        private final int indent;

        /** The indent of the pipes of the statement at hand. */
        private int pipes;

        /** The indent of the statement or pipe at hand, from which its further lines count. */
        private int base;

        /** Open brackets of the statement that are not spread. */
        private int depth;

        Block(int indent) {
            this.indent = indent;
            this.pipes = indent;
            this.base = indent;
        }
    }

    private final SourceText source;
    private final List<Lexeme> words;
    private final Brackets brackets;
    private final Spacing spacing;
    private final StringBuilder out = new StringBuilder();
    private final Deque<Block> blocks = new ArrayDeque<>();

    /** The indent of the line that is being written. */
    private int line;

    Layout(SourceText source, List<Lexeme> words) {
        this.source = source;
        this.words = words;
        this.brackets = new Brackets(source, words);
        this.spacing = new Spacing(words);
    }

    /** The whole text; its last line ends with a line break. */
    String text() {
        blocks.push(new Block(0));
        for (int i = 0; i < words.size(); i++) {
            close(i);
            if (i > 0) {
                separate(i);
            }
            begin(i);
            Lexeme word = words.get(i);
            out.append(word.kind() == Kind.COMMENT ? word.text().stripTrailing() : word.text());
            open(i);
        }
        return out.isEmpty() ? "" : out.append('\n').toString();
    }

    private void close(int i) {
        if (brackets.isClosing(i)) {
            if (brackets.isSpread(i)) {
                int indent = blocks.pop().indent - STEP;
                newLine(indent);
            } else {
                blocks.element().depth--;
            }
        }
    }

    private void open(int i) {
        if (brackets.isOpening(i)) {
            if (brackets.isSpread(i)) {
                blocks.push(new Block(line + STEP));
            } else {
                blocks.element().depth++;
            }
        }
    }

    /** Takes note of a statement or pipe that begins here. */
    private void begin(int i) {
        Block block = blocks.element();
        Lexeme word = words.get(i);
        if (word.is("|")) {
            block.base = block.pipes;
        } else if (word.kind() != Kind.COMMENT && beginsStatement(i)) {
            block.base = block.indent;
            block.pipes = word.is("let") ? block.indent + STEP : block.indent;
        }
    }

    private boolean beginsStatement(int i) {
        int before = i - 1;
        while (before >= 0 && words.get(before).kind() == Kind.COMMENT) {
            before--;
        }
        return before < 0
                || blocks.element().depth == 0
                        && (words.get(before).is(";") || brackets.isOpening(before) && brackets.isSpread(before));
    }

    private void separate(int i) {
        Lexeme before = words.get(i - 1);
        Lexeme word = words.get(i);
        int breaks = breaks(i);
        if (word.kind() == Kind.COMMENT && breaks == 0) {
            out.append(' ');
        } else if (brackets.isClosing(i) && brackets.isSpread(i)) {
            // The line has been begun where the bracket was closed.
            return;
        } else if (beginsStatement(i)) {
            boolean first = brackets.isOpening(i - 1) && brackets.isSpread(i - 1);
            newLine(blocks.element().indent, breaks > 1 && !first);
        } else if (word.is("|")) {
            newLine(blocks.element().pipes);
        } else if (before.kind() == Kind.COMMENT || breaks > 0 && keepsBreak(i)) {
            newLine(indentOf(i), breaks > 1 && word.kind() == Kind.COMMENT);
        } else if (before.is(",") && i > 1 && breaks(i - 1) > 0 && keepsBreak(i)) {
            // The author's lines begin with commas.
            newLine(indentOf(i));
        } else if (spacing.isSpaced(i)) {
            out.append(' ');
        }
    }

    private boolean keepsBreak(int i) {
        Lexeme word = words.get(i);
        boolean joins = word.is(",")
                || word.is(";")
                || word.is(".")
                || brackets.isOpening(i)
                || words.get(i - 1).is("|");
        return !joins;
    }

    /** The indent of a line that begins inside of a statement. */
    private int indentOf(int i) {
        Block block = blocks.element();
        if (words.get(i).kind() == Kind.COMMENT && block.depth == 0 && pipeFollows(i)) {
            return block.pipes;
        }
        return brackets.isClosing(i) ? block.base + STEP * block.depth : block.base + STEP * Math.max(1, block.depth);
    }

    private boolean pipeFollows(int i) {
        int next = i;
        while (next < words.size() && words.get(next).kind() == Kind.COMMENT) {
            next++;
        }
        return next == words.size() || words.get(next).is("|") || brackets.isClosing(next) && brackets.isSpread(next);
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
