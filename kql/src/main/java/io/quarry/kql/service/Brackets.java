package io.quarry.kql.service;

import io.quarry.kql.syntax.Lexeme;
import io.quarry.kql.syntax.Lexeme.Kind;
import io.quarry.plan.SourceText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The brackets of a text: which belong together, and whose content stands on lines of its own. */
final class Brackets {
    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";

    private final List<Lexeme> words;
    private final int[] partner;
    private final boolean[] spread;

    Brackets(SourceText source, List<Lexeme> words) {
        this.words = words;
        this.partner = new int[words.size()];
        this.spread = new boolean[words.size()];
        java.util.Arrays.fill(partner, -1);
        Deque<Integer> open = new ArrayDeque<>();
        boolean[] holdsSpread = new boolean[words.size()];
        for (int i = 0; i < words.size(); i++) {
            if (isSymbolOf(OPENING, i)) {
                open.push(i);
            } else if (isSymbolOf(CLOSING, i) && !open.isEmpty()) {
                int start = open.pop();
                partner[start] = i;
                partner[i] = start;
                spread[start] |= isBody(start) && (holdsSpread[start] || isOnSeveralLines(source, start, i));
                if (!open.isEmpty()) {
                    holdsSpread[open.peek()] |= spread[start] || holdsSpread[start];
                }
            } else if (!open.isEmpty() && (words.get(i).is("|") || words.get(i).is(";"))) {
                spread[open.peek()] = true;
            }
        }
    }

    private boolean isSymbolOf(String symbols, int index) {
        Lexeme word = words.get(index);
        return word.kind() == Kind.SYMBOL
                && word.text().length() == 1
                && symbols.indexOf(word.text().charAt(0)) >= 0;
    }

    /** A brace after the parameters of a function. */
    private boolean isBody(int index) {
        return words.get(index).is("{") && index > 0 && words.get(index - 1).is(")");
    }

    private boolean isOnSeveralLines(SourceText source, int start, int end) {
        return source.line(words.get(start).span().start())
                != source.line(words.get(end).span().start());
    }

    boolean isOpening(int index) {
        return isSymbolOf(OPENING, index) && partner[index] >= 0;
    }

    boolean isClosing(int index) {
        return isSymbolOf(CLOSING, index) && partner[index] >= 0;
    }

    /** True if the content between a bracket and its partner stands on lines of its own: it holds a pipe or statements. */
    boolean isSpread(int index) {
        return partner[index] >= 0 && spread[Math.min(index, partner[index])];
    }
}
