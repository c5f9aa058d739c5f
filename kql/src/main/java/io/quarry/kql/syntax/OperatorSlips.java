package io.quarry.kql.syntax;

import io.quarry.kql.syntax.BinaryOperators.Ahead;
import io.quarry.kql.syntax.Token.Kind;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Repair;
import io.quarry.plan.Span;
import io.quarry.plan.Suggestions;
import io.quarry.plan.TextEdit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What stands between two values and is no operator, though it is clear which one is meant: words of SQL, symbols of other
 * languages, misspellings. It is reported, and reading goes on as if the operator stood there.
 */
final class OperatorSlips {
    static final String IS_EMPTY = "isempty";
    static final String IS_NOT_EMPTY = "isnotempty";

    /** Shorter words are near to too many others. */
    private static final int SHORTEST_MISSPELLING = 4;

    /** The tokens of an operand, at the most, for whose end is looked. */
    private static final int LONGEST_OPERAND = 2_000;

    private static final Set<String> WORDS = Set.of(
            "between",
            "contains",
            "contains_cs",
            "endswith",
            "endswith_cs",
            "has_all",
            "has_any",
            "has_cs",
            "hasprefix",
            "hasprefix_cs",
            "hassuffix",
            "hassuffix_cs",
            "startswith",
            "startswith_cs");

    /** Operators with a negation that begins with an exclamation mark. */
    private static final Set<String> NEGATED =
            Set.of("in", "between", "has", "contains", "startswith", "endswith", "hasprefix", "hassuffix");

    /** Operators without a negation: a whole comparison with one is negated. */
    private static final Set<String> UNNEGATED = Set.of("has_any", "has_all", "matches regex");

    /** Operators of the language itself that Quarry does not have. */
    private static final Set<String> LIKE = Set.of("like", "likecs", "notlike", "notlikecs");

    private final Cursor cursor;

    OperatorSlips(Cursor cursor) {
        this.cursor = cursor;
    }

    /** The operator that is meant by what stands here, with the number of words that stand for it; null if none is. */
    Ahead ahead() {
        Token first = cursor.peek();
        return switch (first.kind()) {
            case SYMBOL -> symbol(first);
            case NAME -> word(first);
            case STRING, LITERAL, TYPED_LITERAL, END -> null;
        };
    }

    private Ahead symbol(Token first) {
        Token next = cursor.peek(1);
        if (first.isSymbol("!") && BinaryOperators.exists("!" + next.text())) {
            return BinaryOperators.of("!" + next.text(), 2);
        }
        if (first.isSymbol("!") && next.kind() == Kind.NAME) {
            Ahead unnegated = unnegated();
            return unnegated != null
                    ? unnegated
                    : near(next, 1)
                            .map(near -> BinaryOperators.of(UNNEGATED.contains(near) ? near : "!" + near, 2))
                            .orElse(null);
        }
        if (first.isSymbol("=")) {
            boolean turned = next.isSymbol("!") && first.touches(next);
            return BinaryOperators.of(turned ? "!=" : "==", turned ? 2 : 1);
        }
        boolean doubled = next.isSymbol(first.text()) && first.touches(next);
        return doubled && first.isSymbol("&")
                ? BinaryOperators.of("and", 2)
                : doubled && first.isSymbol("|") && !StepSlips.isStepAt(cursor, 2) ? BinaryOperators.of("or", 2) : null;
    }

    /** The operator without a negation after the {@code !} or {@code not} that stands here; null if there is none. */
    private Ahead unnegated() {
        Ahead after = BinaryOperators.at(cursor, 1);
        return after != null && UNNEGATED.contains(after.operator())
                ? BinaryOperators.of(after.operator(), after.tokens() + 1)
                : null;
    }

    private Ahead word(Token first) {
        Token next = cursor.peek(1);
        String word = first.text().toLowerCase(Locale.ROOT);
        switch (word) {
            case "and", "or":
                return BinaryOperators.of(word, 1);
            case "not":
                String negated = next.text().toLowerCase(Locale.ROOT);
                Ahead unnegated = unnegated();
                if (unnegated != null) {
                    return unnegated;
                }
                return next.kind() == Kind.NAME && NEGATED.contains(negated)
                        ? BinaryOperators.of("!" + negated, 2)
                        : negated.equals("like") ? like(2, "!contains") : null;
            case "is":
                boolean isNot = next.text().equalsIgnoreCase("not");
                boolean ofNull = cursor.peek(isNot ? 2 : 1).text().equalsIgnoreCase("null");
                return ofNull
                        ? new Ahead(isNot ? IS_NOT_EMPTY : IS_EMPTY, BinaryOperators.EQUALITY, isNot ? 3 : 2)
                        : null;
            case "like", "likecs":
                return like(1, "contains");
            case "notlike", "notlikecs":
                return like(1, "!contains");
            case "matches", "regex", "regexp", "rlike":
                return next.kind() == Kind.STRING ? BinaryOperators.of("matches regex", 1) : null;
            default:
                return near(first, 0).map(near -> BinaryOperators.of(near, 1)).orElse(null);
        }
    }

    private Ahead like(int tokens, String otherwise) {
        return LikePattern.at(cursor, tokens)
                .map(pattern -> BinaryOperators.of((otherwise.startsWith("!") ? "!" : "") + pattern.operator(), tokens))
                .orElseGet(() -> BinaryOperators.of(otherwise, tokens));
    }

    private Optional<String> near(Token word, int before) {
        Token operand = cursor.peek(before + 1);
        boolean isOperand = operand.kind() == Kind.STRING || operand.isSymbol("(");
        return isOperand && word.text().length() >= SHORTEST_MISSPELLING
                ? Suggestions.near(word.text(), WORDS).stream().findFirst()
                : Optional.empty();
    }

    /**
     * Reports what stands here instead of an operator.
     *
     * @param meant what {@link #ahead} found
     * @param left the value before it
     */
    void report(Ahead meant, Span left) {
        Span span = cursor.peek().span().to(cursor.peek(meant.tokens() - 1).span());
        String written = cursor.problems().source().text().substring(span.start(), span.end());
        if (LIKE.contains(written) || written.toLowerCase(Locale.ROOT).endsWith("like")) {
            like(meant, span, written);
        } else if (meant.operator().equals(IS_EMPTY) || meant.operator().equals(IS_NOT_EMPTY)) {
            String call = meant.operator() + "(";
            cursor.problems()
                    .report(
                            CommonCode.SYNTAX,
                            span,
                            "'" + written + "' is no operator",
                            List.of("isempty() is true of empty texts and of nulls, isnull() only of nulls"),
                            Optional.of(new Repair(
                                    "write " + call + "...)",
                                    List.of(
                                            new TextEdit(new Span(left.start(), left.start()), call),
                                            new TextEdit(new Span(left.end(), span.end()), ")")))));
        } else if (UNNEGATED.contains(meant.operator()) && (written.startsWith("!") || written.startsWith("not"))) {
            cursor.problems()
                    .report(
                            CommonCode.SYNTAX,
                            span,
                            "'" + written + "' is no operator",
                            List.of("'" + meant.operator() + "' has no negation of its own: write not(... "
                                    + meant.operator() + " ...)"),
                            negated(meant, left, span));
        } else {
            String what = written.equals("=")
                    ? "'=' gives a value a name, and does not compare"
                    : "'" + written + "' is no operator";
            cursor.problems()
                    .report(
                            CommonCode.SYNTAX,
                            span,
                            what,
                            List.of("did you mean '" + meant.operator() + "'?"),
                            Optional.of(Repair.replace("write " + meant.operator(), span, meant.operator())));
        }
    }

    /** The whole comparison in {@code not(...)}; empty if it is not clear where the right operand ends. */
    private Optional<Repair> negated(Ahead meant, Span left, Span operator) {
        int at = meant.tokens();
        int depth = 0;
        while (cursor.peek(at).kind() != Kind.END && at < LONGEST_OPERAND) {
            depth += cursor.peek(at).isSymbol("(") ? 1 : cursor.peek(at).isSymbol(")") ? -1 : 0;
            if (depth == 0) {
                break;
            }
            at++;
        }
        Token last = cursor.peek(at);
        if (!last.isSymbol(")") && last.kind() != Kind.STRING) {
            return Optional.empty();
        }
        int end = last.span().end();
        return Optional.of(new Repair(
                "write not(... " + meant.operator() + " ...)",
                List.of(
                        new TextEdit(new Span(left.start(), left.start()), "not("),
                        new TextEdit(operator, meant.operator()),
                        new TextEdit(new Span(end, end), ")"))));
    }

    private void like(Ahead meant, Span span, String written) {
        boolean isKnown = LIKE.contains(written);
        Optional<Repair> repair = LikePattern.at(cursor, meant.tokens())
                .filter(pattern -> !isKnown)
                .map(pattern -> new Repair(
                        "write " + meant.operator() + " without wildcards",
                        List.of(new TextEdit(span, meant.operator()), pattern.withoutWildcards(cursor.problems()))));
        cursor.problems()
                .report(
                        isKnown ? CommonCode.UNSUPPORTED : CommonCode.SYNTAX,
                        span,
                        isKnown ? "'" + written + "' is not supported" : "'" + written + "' is no operator",
                        List.of("texts are compared by contains, startswith, endswith, has, =~ and matches regex,"
                                + " all without wildcards"),
                        repair);
    }
}
