package io.quarry.functions.regex;

import java.util.List;
import java.util.Optional;

/** An expression, taken apart for a search. Immutable, safe for threads. */
public final class Expression {
    /** Where in a text the match must be. */
    public enum Place {
        ANYWHERE,
        AT_START,
        AT_END,
        WHOLE
    }

    private static final int MOST_STEPS = 2000;

    /** Characters. A text is searched for a literal much faster than the automaton reads it, so more of it is not worth it. */
    private static final int LONGEST_BACKWARDS = 64;

    private final RegexTree tree;
    private final Place place;
    private final Literals literals;
    private final Direction direction;

    private Expression(RegexTree tree) {
        this.tree = tree;
        this.direction = direction(tree);
        this.place = place(tree);
        Literals inside = Literals.of(withoutAnchors(tree, place));
        this.literals = inside.isExact() ? inside : Literals.of(tree);
    }

    /**
     * An expression that may match anywhere; empty if it is too large.
     *
     * @param pattern accepted by RE2/J
     */
    public static Optional<Expression> anywhere(String pattern) {
        return parse(pattern).map(tree -> new Expression(trimmed(tree)));
    }

    /** An expression that must match the whole text; empty if it is too large. */
    public static Optional<Expression> whole(String pattern) {
        RegexTree start = new RegexTree.Assertion(RegexTree.Kind.TEXT_START);
        RegexTree end = new RegexTree.Assertion(RegexTree.Kind.TEXT_END);
        return parse(pattern).map(tree -> new Expression(new RegexTree.Sequence(List.of(start, tree, end))));
    }

    private static Optional<RegexTree> parse(String pattern) {
        return RegexParser.parse(pattern).filter(tree -> tree.steps() <= MOST_STEPS);
    }

    /** Texts of which each match contains one; empty if nothing is known. */
    public List<String> literals() {
        return literals.areRequired() || areLiteralsExact() ? literals.texts() : List.of();
    }

    /** True if the letter case of ASCII letters in the literals does not count. */
    public boolean areLiteralsCaseless() {
        return literals.isCaseless();
    }

    /** True if there is a match where one of the literals stands at {@link #place}, and else not. */
    public boolean areLiteralsExact() {
        return literals.isExact();
    }

    /** True if each match begins with one of the literals. */
    public boolean areLiteralsFirst() {
        return literals.isFirst();
    }

    public Place place() {
        return place;
    }

    /** How the automaton reads texts. */
    public Direction direction() {
        return direction;
    }

    /** A new automaton. */
    public Automaton automaton() {
        Program program = new Program(direction == Direction.BACKWARDS ? tree.reversed() : tree);
        return new Automaton(program, new Symbols(program.sets()), direction);
    }

    /** Of a short match that must end with the text no more is read than the text's last characters. */
    private static Direction direction(RegexTree tree) {
        boolean isShort = tree.longest() <= LONGEST_BACKWARDS;
        return isShort && !tree.isAnchored() && tree.reversed().isAnchored() ? Direction.BACKWARDS : Direction.FORWARDS;
    }

    /** What an expression may also not match at its ends does not decide whether it matches. */
    private static RegexTree trimmed(RegexTree tree) {
        if (tree instanceof RegexTree.Choice choice) {
            return new RegexTree.Choice(
                    choice.branches().stream().map(Expression::trimmed).toList());
        }
        if (tree instanceof RegexTree.Repetition) {
            return trimmed(new RegexTree.Sequence(List.of(tree)));
        }
        if (!(tree instanceof RegexTree.Sequence sequence)) {
            return tree;
        }
        List<RegexTree> parts = sequence.parts();
        while (!parts.isEmpty() && isOptional(parts.get(0))) {
            parts = parts.subList(1, parts.size());
        }
        while (!parts.isEmpty() && isOptional(parts.get(parts.size() - 1))) {
            parts = parts.subList(0, parts.size() - 1);
        }
        return parts.size() == 1 ? parts.get(0) : new RegexTree.Sequence(parts);
    }

    private static boolean isOptional(RegexTree tree) {
        return tree instanceof RegexTree.Repetition repetition && repetition.least() == 0;
    }

    private static Place place(RegexTree tree) {
        List<RegexTree> parts = tree instanceof RegexTree.Sequence sequence ? sequence.parts() : List.of(tree);
        boolean isAtStart = !parts.isEmpty() && isAnchor(parts.get(0), RegexTree.Kind.TEXT_START);
        boolean isAtEnd = !parts.isEmpty() && isAnchor(parts.get(parts.size() - 1), RegexTree.Kind.TEXT_END);
        if (isAtStart) {
            return isAtEnd ? Place.WHOLE : Place.AT_START;
        }
        return isAtEnd ? Place.AT_END : Place.ANYWHERE;
    }

    private static boolean isAnchor(RegexTree tree, RegexTree.Kind kind) {
        return tree instanceof RegexTree.Assertion assertion && assertion.kind() == kind;
    }

    private static RegexTree withoutAnchors(RegexTree tree, Place place) {
        List<RegexTree> parts = tree instanceof RegexTree.Sequence sequence ? sequence.parts() : List.of(tree);
        int from = place == Place.AT_START || place == Place.WHOLE ? 1 : 0;
        int to = parts.size() - (place == Place.AT_END || place == Place.WHOLE ? 1 : 0);
        return new RegexTree.Sequence(parts.subList(from, to));
    }
}
