package io.quarry.kql.service;

import io.quarry.kql.Prospect;
import io.quarry.kql.catalog.KqlCatalog;
import io.quarry.kql.syntax.Lexeme;
import io.quarry.kql.syntax.Lexeme.Kind;
import io.quarry.kql.syntax.Lexemes;
import io.quarry.plan.SourceText;
import io.quarry.plan.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * A place in a text that may be broken, by the words before it: which pipe it stands in, in which step of it, and what lies
 * between the two. Found without parsing, so that there is an answer everywhere.
 */
final class Caret {
    /** Steps whose parentheses hold a pipe over the rows of the step itself. */
    private static final Set<String> WITH_PIPES = Set.of("mv-apply", "partition", "fork", "facet");

    /** A bracket with what has been seen in it, or the whole text. */
    private static final class Frame {
        /** The index of the bracket; -1 for the whole text. */
        private final int bracket;

        /** The index of the first word of the statement at hand. */
        private int statement;

        /** The index of the last pipe of the statement at hand, or -1. */
        private int pipe = -1;

        Frame(int bracket) {
            this.bracket = bracket;
            this.statement = bracket + 1;
        }
    }

    private final SourceText source;
    private final int offset;
    private final List<Lexeme> words;
    private final boolean inText;
    private final Span prefix;
    private final Deque<Frame> frames = new ArrayDeque<>();

    Caret(SourceText source, int offset) {
        this.source = source;
        this.offset = Math.max(0, Math.min(offset, source.text().length()));
        List<Lexeme> before = new ArrayList<>();
        Span typed = new Span(this.offset, this.offset);
        boolean inside = false;
        for (Lexeme lexeme : Lexemes.of(source)) {
            if (lexeme.span().start() >= this.offset) {
                break;
            }
            if (lexeme.kind() == Kind.NAME && lexeme.span().end() >= this.offset) {
                typed = lexeme.span();
            } else {
                boolean open = lexeme.span().end() > this.offset
                        || lexeme.span().end() == this.offset
                                && (lexeme.kind() == Kind.COMMENT || isUnfinished(lexeme));
                inside |= open && lexeme.kind() != Kind.SYMBOL;
                if (lexeme.kind() != Kind.COMMENT) {
                    before.add(lexeme);
                }
            }
        }
        this.words = before;
        this.prefix = hyphenated(before, typed);
        this.inText = inside;
        frames.push(new Frame(-1));
        for (int i = 0; i < words.size(); i++) {
            step(i);
        }
    }

    /** A name that has been begun, with the parts that hyphens join to it; takes these from the words before. */
    private static Span hyphenated(List<Lexeme> before, Span typed) {
        Span name = typed;
        int last = before.size() - 1;
        while (last >= 1
                && before.get(last).is("-")
                && before.get(last).span().end() == name.start()
                && before.get(last - 1).kind() == Kind.NAME
                && before.get(last - 1).touches(before.get(last))) {
            name = before.get(last - 1).span().to(name);
            last -= 2;
        }
        boolean ofOperator =
                last < 0 || List.of("|", "(", ";").contains(before.get(last).text());
        if (!ofOperator) {
            return typed;
        }
        before.subList(last + 1, before.size()).clear();
        return name;
    }

    /** A string without its closing quote. */
    private static boolean isUnfinished(Lexeme lexeme) {
        if (lexeme.kind() != Kind.STRING) {
            return false;
        }
        String text = lexeme.text().replaceFirst("^[hH]?@?", "");
        return text.length() < 2 || text.charAt(text.length() - 1) != text.charAt(0);
    }

    private void step(int i) {
        Lexeme word = words.get(i);
        if (word.kind() != Kind.SYMBOL) {
            return;
        }
        switch (word.text()) {
            case "(", "[", "{" -> frames.push(new Frame(i));
            case ")", "]", "}" -> {
                if (frames.size() > 1) {
                    frames.pop();
                }
            }
            case "|" -> frames.element().pipe = i;
            case ";" -> {
                frames.element().statement = i + 1;
                frames.element().pipe = -1;
            }
            default -> {}
        }
    }

    /** The name that is being written here; empty where none has been begun. */
    Span prefix() {
        return prefix;
    }

    /** The part of the name that stands before the place. */
    String typed() {
        return source.text().substring(prefix.start(), offset);
    }

    /** True inside of a string, a number or a comment. */
    boolean isInText() {
        return inText;
    }

    /** The words before the place, without that which is being written. */
    List<Lexeme> words() {
        return words;
    }

    /** The word that many before the place; an empty one before the first. */
    Lexeme back(int distance) {
        int index = words.size() - distance;
        return index >= 0 ? words.get(index) : new Lexeme(Kind.SYMBOL, new Span(0, 0), "");
    }

    /** True if nothing of a statement, or of a pipe in parentheses, stands before the place. */
    boolean isAtStart() {
        Frame frame = frames.element();
        boolean begins = frame.statement == words.size();
        boolean block = frame.bracket < 0 || words.get(frame.bracket).is("{") || holdsTable(frame);
        return begins && block;
    }

    private boolean holdsTable(Frame frame) {
        if (frame.bracket < 1 || !words.get(frame.bracket).is("(")) {
            return false;
        }
        Lexeme before = words.get(frame.bracket - 1);
        boolean parameter = frame.bracket > 2 && words.get(frame.bracket - 2).is("=");
        return parameter && !operator().equals("extend")
                || Set.of("join", "lookup", "union", "materialize", "toscalar", "in", "view", "has_any", "has_all")
                        .contains(before.text());
    }

    /** True where the name of an operator is to follow. */
    boolean isAtOperator() {
        if (back(1).is("|")) {
            return true;
        }
        Frame frame = frames.element();
        return frame.statement == words.size() && !isAtStart() && opensPipe(frame);
    }

    private boolean opensPipe(Frame frame) {
        if (frame.bracket < 1 || !words.get(frame.bracket).is("(")) {
            return false;
        }
        Frame around = around(frame);
        return around.pipe >= 0
                && WITH_PIPES.contains(operatorAfter(around.pipe))
                && !words.get(frame.bracket - 1).is("typeof")
                && (words.get(frame.bracket - 1).kind() == Kind.NAME
                        || words.get(frame.bracket - 1).is(")"));
    }

    private Frame around(Frame inner) {
        Iterator<Frame> outward = frames.iterator();
        while (outward.next() != inner) {
            // The frame around comes next.
        }
        return outward.hasNext() ? outward.next() : inner;
    }

    /** The operator in whose step the place lies; empty outside of any. */
    String operator() {
        for (Frame frame : frames) {
            if (frame.pipe >= 0) {
                return operatorAfter(frame.pipe);
            }
            if (opensPipe(frame)) {
                return operatorAfter(frame.bracket);
            }
        }
        Frame whole = frames.getLast();
        return whole.statement < words.size() ? operatorAfter(whole.statement - 1) : "";
    }

    /** The words of the step so far, the operator's own included. */
    List<Lexeme> step() {
        for (Frame frame : frames) {
            if (frame.pipe >= 0) {
                return words.subList(Math.min(frame.pipe + 1, words.size()), words.size());
            }
        }
        return words.subList(Math.min(frames.getLast().statement, words.size()), words.size());
    }

    /** True if the name of the step's operator is the last word. */
    boolean isAfterOperatorName() {
        StringBuilder words = new StringBuilder();
        step().forEach(word -> words.append(word.text()));
        return words.toString().equals(operator());
    }

    private String operatorAfter(int index) {
        StringBuilder name = new StringBuilder();
        for (int i = index + 1; i < words.size(); i++) {
            Lexeme word = words.get(i);
            boolean part = word.kind() == Kind.NAME || word.is("-");
            if (!part || i > index + 1 && !words.get(i - 1).touches(word)) {
                break;
            }
            name.append(word.text());
        }
        return name.toString();
    }

    /** The columns and variables at the place. */
    Prospect prospect(KqlCatalog catalog) {
        return Prospect.of(new SourceText(source.name(), declarations() + rows()), catalog);
    }

    /** The statements before the one at hand, of the whole text and of the function bodies around the place. */
    private String declarations() {
        StringBuilder text = new StringBuilder();
        Iterator<Frame> inward = frames.descendingIterator();
        while (inward.hasNext()) {
            Frame frame = inward.next();
            if (frame.bracket < 0 || words.get(frame.bracket).is("{")) {
                text.append(frame.bracket < 0 ? "" : parameters(frame.bracket));
                text.append(slice(frame.bracket + 1, frame.statement));
            }
        }
        return text.toString();
    }

    /** The parameters of the function whose body a brace opens, as variables. */
    private String parameters(int brace) {
        StringBuilder text = new StringBuilder();
        int open = brace - 1;
        for (int depth = 0; open >= 0; open--) {
            depth += words.get(open).is(")") ? 1 : words.get(open).is("(") ? -1 : 0;
            if (depth == 0) {
                break;
            }
        }
        for (int i = open + 1; i + 2 < brace; i++) {
            boolean named = words.get(i).kind() == Kind.NAME && words.get(i + 1).is(":");
            if (named && words.get(i + 2).kind() == Kind.NAME) {
                text.append("let %s = %s(null);"
                        .formatted(words.get(i).text(), words.get(i + 2).text()));
            } else if (named) {
                int close = i + 2;
                while (close < brace && !words.get(close).is(")")) {
                    close++;
                }
                text.append("let %s = datatable%s[];".formatted(words.get(i).text(), slice(i + 2, close + 1)));
                i = close;
            }
        }
        return text.toString();
    }

    /** The pipe up to the step at hand. */
    private String rows() {
        for (Frame frame : frames) {
            if (frame.pipe >= 0) {
                String own = slice(frame.statement, frame.pipe);
                return opensPipe(frame) ? applied(frame) + " | " + own : table(own);
            }
            if (opensPipe(frame)) {
                return applied(frame);
            }
        }
        return "";
    }

    /** The rows that a pipe in parentheses works on. */
    private String applied(Frame frame) {
        Frame around = around(frame);
        String rows = table(slice(around.statement, around.pipe));
        int on = frame.bracket - 1;
        return operatorAfter(around.pipe).equals("mv-apply") && words.get(on).is("on")
                ? rows + " | mv-expand " + slice(around.pipe + 4, on)
                : rows;
    }

    /** A table, without the name that {@code let} gives it or a column that it becomes. */
    private static String table(String statement) {
        String text = statement.strip();
        if (text.startsWith("let ") && text.indexOf('=') >= 0) {
            return text.substring(text.indexOf('=') + 1);
        }
        return text;
    }

    private String slice(int from, int to) {
        if (from >= to || from >= words.size()) {
            return "";
        }
        int end = Math.min(to, words.size()) - 1;
        return source.text()
                .substring(words.get(from).span().start(), words.get(end).span().end());
    }
}
