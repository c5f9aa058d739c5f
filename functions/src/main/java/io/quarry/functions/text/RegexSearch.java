package io.quarry.functions.text;

import com.google.re2j.Pattern;
import io.quarry.functions.regex.Automaton;
import io.quarry.functions.regex.Direction;
import io.quarry.functions.regex.Expression;
import java.util.List;
import java.util.Optional;

/**
 * Tells whether texts have a match of a regular expression; the answer is always that of RE2/J, whose patterns it takes.
 * Texts that every match needs are looked for first, unless matches are at the end only; where they do not settle it, an
 * automaton decides that is built as it goes. What that cannot read, or has no room for, is left to RE2/J. Safe for threads.
 */
public final class RegexSearch {
    /** How often an automaton that is full is thrown away, before only what it knows is left to it. */
    private static final int MOST_RENEWALS = 8;

    /** Which texts count as having a match. */
    public enum Extent {
        ANYWHERE,
        WHOLE
    }

    private final Pattern pattern;
    private final Extent extent;
    private final Optional<Expression> expression;
    private final List<Needle> needles;
    private volatile Automaton automaton;
    private int renewals;

    private RegexSearch(Pattern pattern, Extent extent) {
        this.pattern = pattern;
        this.extent = extent;
        this.expression = expression(pattern, extent);
        this.needles = expression.map(RegexSearch::needles).orElse(List.of());
    }

    public static RegexSearch of(Pattern pattern, Extent extent) {
        return new RegexSearch(pattern, extent);
    }

    private static Optional<Expression> expression(Pattern pattern, Extent extent) {
        String text = pattern.flags() == Pattern.CASE_INSENSITIVE ? "(?i)" + pattern.pattern() : pattern.pattern();
        if ((pattern.flags() & ~Pattern.CASE_INSENSITIVE) != 0) {
            return Optional.empty();
        }
        return extent == Extent.WHOLE ? Expression.whole(text) : Expression.anywhere(text);
    }

    private static List<Needle> needles(Expression expression) {
        return expression.literals().stream()
                .<Needle>map(expression.areLiteralsCaseless() ? CaselessNeedle::of : ExactNeedle::of)
                .toList();
    }

    /** True if the text has a match. */
    public boolean isIn(Utf8 text) {
        if (expression.isEmpty()) {
            return isFound(text);
        }
        if (expression.get().areLiteralsExact()) {
            return standsIn(text, expression.get().place());
        }
        int from = text.start();
        if (!needles.isEmpty() && expression.get().direction() == Direction.FORWARDS) {
            int first = first(text);
            if (first < 0) {
                return false;
            }
            from = expression.get().areLiteralsFirst() ? first : from;
        }
        return search(text, from);
    }

    private boolean standsIn(Utf8 text, Expression.Place place) {
        for (Needle needle : needles) {
            boolean stands =
                    switch (place) {
                        case ANYWHERE -> needle.isIn(text);
                        case AT_START -> needle.isPrefixOf(text);
                        case AT_END -> needle.isSuffixOf(text);
                        case WHOLE -> needle.isEqualTo(text);
                    };
            if (stands) {
                return true;
            }
        }
        return false;
    }

    /** Where the first of the needles begins, or -1. */
    private int first(Utf8 text) {
        int first = -1;
        for (Needle needle : needles) {
            long found = needle.find(text.bytes(), text.start(), text.end());
            if (found != Needle.NONE && (first < 0 || found >>> Integer.SIZE < first)) {
                first = (int) (found >>> Integer.SIZE);
            }
        }
        return first;
    }

    private boolean search(Utf8 text, int from) {
        Automaton known = automaton == null ? build() : automaton;
        return switch (known.search(text.bytes(), text.start(), from, text.end())) {
            case MATCH -> true;
            case NO_MATCH -> false;
            case UNREADABLE -> isFound(text);
            case FULL -> {
                renew(known);
                yield isFound(text);
            }
        };
    }

    private synchronized Automaton build() {
        if (automaton == null) {
            automaton = expression.orElseThrow().automaton();
        }
        return automaton;
    }

    private synchronized void renew(Automaton full) {
        if (automaton == full && renewals < MOST_RENEWALS) {
            automaton = full.renewed();
            renewals++;
        }
    }

    /** What RE2/J says. */
    private boolean isFound(Utf8 text) {
        return switch (extent) {
            case ANYWHERE -> pattern.matcher(text.toString()).find();
            case WHOLE -> pattern.matches(text.toString());
        };
    }
}
