package io.quarry.aql.syntax;

import io.quarry.plan.CommonCode;
import io.quarry.plan.Repair;
import io.quarry.plan.Span;
import io.quarry.plan.Suggestions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The words that begin clauses where authors misspell them, run them together, leave them out or take another language's. */
final class ClauseWords {
    /** Words of clauses that authors misspell, each with what tells it from a name. */
    private static final Map<String, Predicate<Token>> FOLLOWED = Map.of(
            "GROUP", next -> next.is("BY"),
            "ORDER", next -> next.is("BY"),
            "LIMIT", next -> next.kind() == TokenKind.INTEGER,
            "LAST", next -> next.kind() == TokenKind.INTEGER,
            "START", next -> next.kind() == TokenKind.TEXT);

    private static final Set<String> TABLES = Set.of("EVENTS", "FLOWS");

    private static final Map<String, String> IN_ONE_WORD =
            Map.of("GROUPBY", "GROUP BY", "ORDERBY", "ORDER BY", "SORTBY", "ORDER BY", "SESSIONBY", "SESSION BY");

    /** Words of other languages for {@code WHERE}. */
    private static final List<String> CONDITIONS = List.of("FILTER", "WHEN", "IF", "WITH");

    private final TokenStream tokens;

    ClauseWords(TokenStream tokens) {
        this.tokens = tokens;
    }

    /** True if a clause begins here with a word that is not AQL's, or without one. */
    boolean at() {
        Token word = tokens.peek();
        return IN_ONE_WORD.containsKey(word.keyword())
                || tokens.at("TEXT", "SEARCH")
                || word.isAnyOf("SORT", "GROUP", "ORDER", "SESSION")
                || slip().isPresent()
                || atCondition(0)
                || CONDITIONS.contains(word.keyword()) && atCondition(1);
    }

    /** The word of a clause that is misspelt here. */
    private Optional<String> slip() {
        Token word = tokens.peek();
        if (word.kind() != TokenKind.NAME) {
            return Optional.empty();
        }
        Token next = tokens.peek(1);
        return FOLLOWED.entrySet().stream()
                .filter(known -> known.getValue().test(next))
                .map(Map.Entry::getKey)
                .filter(known -> !word.is(known) && Suggestions.isSlipOf(word.text(), List.of(known)))
                .findFirst()
                .or(() -> atCondition(1) && Suggestions.isSlipOf(word.text(), List.of("WHERE"))
                        ? Optional.of("WHERE")
                        : Optional.empty());
    }

    /** True if a column with an operator behind it stands so many words ahead. */
    boolean atCondition(int ahead) {
        Token subject = tokens.peek(ahead);
        Token operator = tokens.peek(ahead + 1);
        boolean isName = subject.kind() == TokenKind.NAME || subject.kind() == TokenKind.QUOTED_NAME;
        return isName
                && (BinaryOperator.of(operator)
                                .filter(BinaryOperator::isComparison)
                                .isPresent()
                        || operator.isAnyOf("LIKE", "ILIKE", "MATCHES", "IMATCHES", "IN", "BETWEEN", "IS", "NOT"));
    }

    /** Takes what stands in the place of {@code WHERE}, perhaps nothing, before a condition; reported. */
    boolean acceptWhere() {
        Token word = tokens.peek();
        boolean isWord = (CONDITIONS.contains(word.keyword())
                        || slip().filter("WHERE"::equals).isPresent())
                && atCondition(1);
        if (isWord) {
            tokens.next();
            String message = "found " + word.shown() + " where WHERE belongs";
            tokens.findings().correct(CommonCode.SYNTAX, word.span(), message, "WHERE");
            return true;
        }
        boolean isMissing = tokens.at("TEXT", "SEARCH") || atCondition(0);
        if (isMissing) {
            tokens.findings()
                    .add(
                            Repair.replace("insert WHERE", new Span(word.start(), word.start()), "WHERE "),
                            CommonCode.SYNTAX,
                            word.span(),
                            "WHERE is missing before this");
        }
        return isMissing;
    }

    /** Takes the misspelt word of a clause; reported. */
    boolean acceptMisspelt(String word) {
        Token found = tokens.peek();
        if (found.is(word) || !Suggestions.isSlipOf(found.keyword(), List.of(word))) {
            return false;
        }
        tokens.next();
        String message = "found " + found.shown() + " where " + word + " belongs";
        tokens.findings().correct(CommonCode.SYNTAX, found.span(), message, word);
        return true;
    }

    /** True at the name of a table, with a misspelt {@code FROM} before it or none. */
    boolean atTable() {
        return TABLES.contains(tokens.peek().keyword())
                || TABLES.contains(tokens.peek(1).keyword())
                        && Suggestions.isSlipOf(tokens.peek().keyword(), List.of("FROM"));
    }

    /** Takes a misspelt {@code FROM} before the name of a table, or only sees that it is missing; reported. */
    boolean acceptFrom() {
        if (!atTable()) {
            return false;
        }
        Token found = tokens.peek();
        if (TABLES.contains(found.keyword())) {
            tokens.findings()
                    .add(
                            Repair.replace("insert FROM", new Span(found.start(), found.start()), "FROM "),
                            CommonCode.SYNTAX,
                            found.span(),
                            "FROM is missing before this");
            return true;
        }
        return acceptMisspelt("FROM");
    }

    /** Reports {@code SEARCH 'words'} where {@code TEXT SEARCH} is meant, and takes its word for that. */
    Optional<Query.TextSearch> textSearch() {
        Token word = tokens.peek();
        if (!word.isAnyOf("SEARCH", "TEXTSEARCH", "TEXT_SEARCH")
                || tokens.peek(1).kind() != TokenKind.TEXT) {
            return Optional.empty();
        }
        tokens.next();
        tokens.findings()
                .correct(
                        CommonCode.SYNTAX,
                        word.span(),
                        "found " + word.shown() + " where TEXT SEARCH belongs",
                        "TEXT SEARCH");
        return Optional.of(
                new Query.TextSearch(tokens.since(word.start()), tokens.next().text()));
    }

    /** True, and reported, at the misspelt or shortened word of a clause; the clause is stepped over. */
    boolean clause() {
        return shortOfBy() || misspelt();
    }

    private boolean misspelt() {
        Token word = tokens.peek();
        boolean isLimit = word.isAnyOf("TAKE", "HEAD") && tokens.peek(1).kind() == TokenKind.INTEGER;
        Optional<String> meant = isLimit
                ? Optional.of("LIMIT")
                : Optional.ofNullable(IN_ONE_WORD.get(word.keyword())).or(this::slip);
        if (meant.isEmpty()) {
            return false;
        }
        String message = "found " + word.shown() + " where " + meant.get() + " belongs";
        tokens.findings().correct(CommonCode.SYNTAX, word.span(), message, meant.get());
        tokens.next();
        tokens.skipTo(";");
        return true;
    }

    /** {@code GROUP x} and {@code SORT BY x}; what follows is stepped over. */
    private boolean shortOfBy() {
        Token word = tokens.peek();
        boolean isSort = word.is("SORT");
        boolean isShort =
                word.isAnyOf("GROUP", "ORDER", "SESSION") && !tokens.peek(1).is("BY");
        if (!isSort && !isShort) {
            return false;
        }
        String meant = (isSort ? "ORDER" : word.keyword()) + " BY";
        Span span = isSort && tokens.peek(1).is("BY")
                ? new Span(word.start(), tokens.peek(1).end())
                : word.span();
        tokens.findings()
                .correct(CommonCode.SYNTAX, span, "found " + word.shown() + " where " + meant + " belongs", meant);
        tokens.next();
        tokens.skipTo(";");
        return true;
    }
}
