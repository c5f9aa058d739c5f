package io.quarry.kql.service;

import io.quarry.data.Schema;
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
import java.util.List;
import java.util.Set;

/**
 * A place in a text that may be broken, by the words before it: which pipe it stands in, in which step of it, and what lies
 * between the two. Found without parsing, so that there is an answer everywhere.
 */
final class Caret {
    /** Steps whose parentheses hold a pipe over the rows of the step itself. */
    private static final Set<String> WITH_PIPES = Set.of("mv-apply", "partition", "fork", "facet");

    /** Functions and words of operators whose parentheses hold a table. */
    private static final Set<String> HOLDING_TABLES = Set.of("materialize", "toscalar", "view");

    private static final Set<String> TAKING_TABLES = Set.of("join", "lookup", "union", "search", "find");

    /** Operators that stand before a list. */
    private static final Set<String> LISTS = Set.of("in", "has_any", "has_all");

    /** A bracket with what has been seen in it, or the whole text. */
    private static final class Frame {
        /** The index of the bracket; -1 for the whole text. */
        private final int bracket;

        /** What is around it; the whole text is around itself. */
        private final Frame around;

        /** True for the whole text, the body of a function and parentheses in which a table stands. */
        private boolean isTable;

        /** The index of the first word of the statement at hand. */
        private int statement;

        /** The index of the last pipe of the statement at hand, or -1. */
        private int pipe = -1;

        Frame(int bracket, Frame around) {
            this.bracket = bracket;
            this.around = around == null ? this : around;
            this.statement = bracket + 1;
        }
    }

    private final SourceText source;
    private final int offset;
    private final List<Lexeme> words;
    private final boolean inText;
    private final Span prefix;
    private Frame innermost = new Frame(-1, null);

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
        innermost.isTable = true;
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
            case "(", "[", "{" -> {
                innermost = new Frame(i, innermost);
                innermost.isTable = isTable(innermost);
            }
            case ")", "]", "}" -> innermost = innermost.around;
            case "|" -> innermost.pipe = i;
            case ";" -> {
                innermost.statement = i + 1;
                innermost.pipe = -1;
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

    /** The name before the equals sign before the place, with its {@code hint.} if it has one. */
    String parameter() {
        String name = back(2).text();
        return back(3).is(".") ? back(4).text() + "." + name : name;
    }

    /** True if nothing of a statement, of the value that {@code let} names or of a table in parentheses stands before. */
    boolean isAtStart() {
        return start(innermost) == words.size() && (innermost.isTable || isList(innermost));
    }

    /** True where a table may begin and a value as well: what {@code let} names, and the members of a list. */
    boolean isAtValue() {
        return isAtStart() && (isList(innermost) || start(innermost) > innermost.statement);
    }

    /** The index of the first word of the statement at hand, without the name that {@code let} gives it. */
    private int start(Frame frame) {
        int first = frame.statement;
        boolean isNamed = first + 2 < words.size()
                && words.get(first).is("let")
                && words.get(first + 2).is("=");
        return isNamed ? first + 3 : first;
    }

    private boolean isTable(Frame frame) {
        Lexeme bracket = words.get(frame.bracket);
        if (!bracket.is("(") || frame.bracket == 0) {
            return !bracket.is("[");
        }
        Lexeme before = words.get(frame.bracket - 1);
        return frame.around.isTable && start(frame.around) == frame.bracket
                || before.kind() == Kind.NAME && HOLDING_TABLES.contains(before.text())
                || isOperand(frame, before);
    }

    /** True for parentheses after the name or the parameters of an operator that takes tables. */
    private boolean isOperand(Frame frame, Lexeme before) {
        boolean mayBe = TAKING_TABLES.contains(before.text())
                || before.is(",")
                || frame.bracket > 2 && words.get(frame.bracket - 2).is("=");
        if (!mayBe) {
            return false;
        }
        String operator = operatorIn(frame.around);
        return TAKING_TABLES.contains(operator)
                && (operator.equals(before.text())
                        || before.is(",") && operator.equals("union")
                        || isParameter(operator, frame.bracket - 3));
    }

    /** True for the parentheses of a list of values, which may be a table as well. */
    private boolean isList(Frame frame) {
        int before = frame.bracket - 1;
        if (before > 0 && words.get(before).is("~")) {
            before--;
        }
        return before >= 0
                && words.get(frame.bracket).is("(")
                && LISTS.contains(words.get(before).text().replace("~", ""));
    }

    private boolean isParameter(String operator, int index) {
        if (index < 0) {
            return false;
        }
        String name = words.get(index).text();
        boolean isHint = index > 1
                && words.get(index - 1).is(".")
                && words.get(index - 2).is("hint");
        return isHint || StepWords.of(operator).hasParameter(name);
    }

    /** True if the last word is the value of a parameter of the step. */
    boolean isAfterParameter() {
        return back(2).is("=") && words.size() > 2 && isParameter(operator(), words.size() - 3);
    }

    /** True where the name of an operator is to follow. */
    boolean isAtOperator() {
        if (back(1).is("|")) {
            return true;
        }
        return innermost.statement == words.size() && !isAtStart() && opensPipe(innermost);
    }

    private boolean opensPipe(Frame frame) {
        if (frame.bracket < 1 || !words.get(frame.bracket).is("(")) {
            return false;
        }
        Frame around = frame.around;
        return around.pipe >= 0
                && WITH_PIPES.contains(operatorAfter(around.pipe))
                && !words.get(frame.bracket - 1).is("typeof")
                && (words.get(frame.bracket - 1).kind() == Kind.NAME
                        || words.get(frame.bracket - 1).is(")"));
    }

    /** The operator in whose step the place lies; empty outside of any. */
    String operator() {
        return operatorIn(innermost);
    }

    /** The words of the step so far, the operator's own included. */
    List<Lexeme> step() {
        return words.subList(Math.min(stepStart(innermost), words.size()), words.size());
    }

    private String operatorIn(Frame frame) {
        return operatorAfter(stepStart(frame) - 1);
    }

    /** The index of the first word of the step in which a bracket's content, so far, ends. */
    private int stepStart(Frame inner) {
        for (Frame frame = inner; ; frame = frame.around) {
            if (frame.pipe >= 0) {
                return frame.pipe + 1;
            }
            if (opensPipe(frame)) {
                return frame.bracket + 1;
            }
            if (frame.isTable) {
                return start(frame);
            }
        }
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

    /** The columns of the table that the step joins to its own: what stands between its parameters and {@code on}. */
    Schema joined(KqlCatalog catalog) {
        List<Lexeme> step = step();
        int from = 1;
        while (from < step.size() && parameterEnd(step, from) > from) {
            from = parameterEnd(step, from);
        }
        int to = from;
        for (int depth = 0; to < step.size() && (depth > 0 || !step.get(to).is("on")); to++) {
            depth += step.get(to).is("(") ? 1 : step.get(to).is(")") ? -1 : 0;
        }
        int first = words.size() - step.size();
        String table = slice(first + from, first + to);
        return Prospect.of(new SourceText(source.name(), declarations() + table), catalog)
                .columns();
    }

    /** Where {@code name=value} or {@code hint.name=value} that begins there ends; that index if none begins. */
    private static int parameterEnd(List<Lexeme> step, int index) {
        int name = index + 1 < step.size() && step.get(index + 1).is(".") ? index + 2 : index;
        return name + 2 < step.size() && step.get(name + 1).is("=") ? name + 3 : index;
    }

    /** The statements before the one at hand, of the whole text and of the function bodies around the place. */
    private String declarations() {
        Deque<String> inward = new ArrayDeque<>();
        for (Frame frame = innermost; ; frame = frame.around) {
            boolean isWhole = frame.bracket < 0;
            if (isWhole || words.get(frame.bracket).is("{")) {
                inward.push((isWhole ? "" : parameters(frame.bracket)) + slice(frame.bracket + 1, frame.statement));
            }
            if (isWhole) {
                return String.join("", inward);
            }
        }
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
        for (Frame frame = innermost; ; frame = frame.around) {
            if (frame.pipe >= 0) {
                String own = slice(start(frame), frame.pipe);
                return opensPipe(frame) ? applied(frame) + " | " + own : own;
            }
            if (opensPipe(frame)) {
                return applied(frame);
            }
            if (frame.isTable) {
                return "";
            }
        }
    }

    /** The rows that a pipe in parentheses works on. */
    private String applied(Frame frame) {
        Frame around = frame.around;
        String rows = slice(start(around), around.pipe);
        int on = frame.bracket - 1;
        return operatorAfter(around.pipe).equals("mv-apply") && words.get(on).is("on")
                ? rows + " | mv-expand " + slice(around.pipe + 4, on)
                : rows;
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
