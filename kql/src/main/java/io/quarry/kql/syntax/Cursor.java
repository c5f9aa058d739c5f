package io.quarry.kql.syntax;

import io.quarry.kql.diagnostic.Problems;
import io.quarry.kql.syntax.Expression.Name;
import io.quarry.kql.syntax.Token.Kind;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Span;
import java.util.ArrayList;
import java.util.List;

/** A place in the tokens of a text, with as much look-ahead as a production asks for. */
final class Cursor {
    /** Deeper nesting is refused: what reads a tree does so by recursion. */
    static final int DEEPEST = 250;

    private static final int KEPT = 1024;

    private final Scanner scanner;
    private final Problems problems;
    private final List<Token> ahead = new ArrayList<>();
    private int head;
    private Token last = Token.of(Kind.END, new Span(0, 0), "");
    private int depth;
    private int brackets;
    private int braces;

    /** How deep a place is nested; recovery goes back to it. */
    record Nesting(int depth, int brackets, int braces) {}

    Cursor(Problems problems) {
        this.problems = problems;
        this.scanner = new Scanner(problems.source().text(), problems);
    }

    Token peek() {
        return peek(0);
    }

    Token peek(int distance) {
        while (ahead.size() - head <= distance) {
            ahead.add(scanner.next());
        }
        return ahead.get(head + distance);
    }

    Token take() {
        last = peek();
        head++;
        if (head == ahead.size() || head >= KEPT) {
            ahead.subList(0, head).clear();
            head = 0;
        }
        if (last.kind() == Kind.SYMBOL) {
            count(last.text());
        }
        return last;
    }

    private void count(String symbol) {
        switch (symbol) {
            case "(", "[" -> brackets++;
            case ")", "]" -> brackets--;
            case "{" -> braces++;
            case "}" -> braces--;
            default -> {}
        }
    }

    /** The token that was taken last. */
    Token last() {
        return last;
    }

    boolean at(String symbol) {
        return peek().isSymbol(symbol);
    }

    boolean atName(String name) {
        return peek().isName(name);
    }

    boolean atEnd() {
        return peek().kind() == Kind.END;
    }

    boolean takeIf(String symbol) {
        if (at(symbol)) {
            take();
            return true;
        }
        return false;
    }

    boolean takeIfName(String name) {
        if (atName(name)) {
            take();
            return true;
        }
        return false;
    }

    Token expect(String symbol) {
        if (!at(symbol)) {
            throw expected("'" + symbol + "'");
        }
        return take();
    }

    void expectName(String name) {
        if (!takeIfName(name)) {
            throw expected("'" + name + "'");
        }
    }

    /** True if a name, plain or in brackets, begins here. */
    boolean atAnyName() {
        return peek().kind() == Kind.NAME || atBracketedName();
    }

    /** How many tokens the name that begins here takes; 0 if none does. */
    int nameLength() {
        return peek().kind() == Kind.NAME ? 1 : bracketedName();
    }

    Name name() {
        if (peek().kind() == Kind.NAME) {
            Token token = take();
            return new Name(token.span(), token.text());
        }
        if (atBracketedName()) {
            Token open = take();
            StringBuilder name = new StringBuilder();
            while (peek().kind() == Kind.STRING) {
                name.append(take().text());
            }
            return new Name(open.span().to(take().span()), name.toString());
        }
        throw missing("a name");
    }

    private boolean atBracketedName() {
        return bracketedName() > 0;
    }

    /** How many tokens {@code ['name']} takes, whose text may be in pieces; 0 if none begins here. */
    private int bracketedName() {
        if (!at("[") || peek(1).kind() != Kind.STRING) {
            return 0;
        }
        int close = 2;
        while (peek(close).kind() == Kind.STRING) {
            close++;
        }
        return peek(close).isSymbol("]") ? close + 1 : 0;
    }

    /** Reports that a word or symbol was expected: where the next one stands, unless more than a blank is between. */
    SyntaxError expected(String what) {
        return fail(placeOfExpected(), "expected " + what + ", found " + peek().describe());
    }

    /** Where something is reported to be missing: at the next word or symbol, unless more than a blank is before it. */
    Span placeOfExpected() {
        int end = last.span().end();
        int gap = peek().span().start() - end;
        boolean near = gap == 0 || gap == 1 && problems.source().text().charAt(end) != '\n';
        return near ? peek().span() : new Span(end, end);
    }

    /** Reports that something else was expected than what stands here. */
    SyntaxError unexpected(String what) {
        return fail(peek().span(), "expected " + what + ", found " + peek().describe());
    }

    /** Reports that nothing follows the last word or symbol that could be what was expected. */
    SyntaxError missing(String what) {
        Span end = new Span(last.span().end(), last.span().end());
        return fail(end, "expected " + what + ", found " + peek().describe());
    }

    SyntaxError fail(Span span, String message, String... hints) {
        problems.report(CommonCode.SYNTAX, span, message, hints);
        return new SyntaxError();
    }

    Problems problems() {
        return problems;
    }

    /** Goes one level deeper; {@link #leave} goes back. */
    void enter() {
        if (++depth > DEEPEST) {
            tooDeep(peek().span());
        }
    }

    void leave() {
        depth--;
    }

    Nesting nesting() {
        return new Nesting(depth, brackets, braces);
    }

    /** Refuses a tree that is too high, such as a long chain of additions makes one. */
    void checkHeight(int height, Span span) {
        if (height > DEEPEST) {
            tooDeep(span);
        }
    }

    private void tooDeep(Span span) {
        problems.report(CommonCode.LIMIT, span, "the expression is nested more than " + DEEPEST + " levels deep");
        throw new SyntaxError();
    }

    /** Steps over tokens up to a pipe or closing bracket of that nesting, a semicolon or the end. */
    void recoverAtPipe(Nesting nesting) {
        while (!atEnd() && !atStatementEnd(nesting) && !(brackets <= nesting.brackets() && atPipeOrClose())) {
            take();
        }
        restore(nesting);
    }

    /** Steps over an operator that is not parsed, with all its brackets. */
    void skipOperator(Nesting nesting) {
        while (!atEnd() && (brackets > nesting.brackets() || braces > nesting.braces() || !atOperatorEnd())) {
            take();
        }
    }

    private boolean atOperatorEnd() {
        return atPipeOrClose() || at(";") || at("}");
    }

    /** Steps over tokens up to a semicolon outside of braces, or to the brace that closes that nesting, or to the end. */
    void recoverAtStatement(Nesting nesting) {
        while (!atEnd() && !atStatementEnd(nesting)) {
            take();
        }
        restore(nesting);
    }

    private boolean atStatementEnd(Nesting nesting) {
        return braces <= nesting.braces() && (at(";") || at("}"));
    }

    private boolean atPipeOrClose() {
        return at("|") || at(")") || at("]");
    }

    private void restore(Nesting nesting) {
        depth = nesting.depth();
        brackets = nesting.brackets();
        braces = nesting.braces();
    }
}
