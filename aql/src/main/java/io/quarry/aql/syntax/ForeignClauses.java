package io.quarry.aql.syntax;

import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.plan.Repair;
import io.quarry.plan.Span;
import io.quarry.plan.Suggestions;
import io.quarry.plan.TextEdit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Clauses and statements that other languages have. They are reported and stepped over. */
final class ForeignClauses {
    private static final String AGGREGATE = "write SELECT x, COUNT(*) FROM events GROUP BY x";
    private static final String COLUMN = "write the expression behind SELECT, with AS name";
    private static final String LAST = "write LAST n HOURS at the end";
    private static final String NO_PARTS = "group in a query after FROM ( ... )";

    /** Words that begin a clause, with what to do instead. */
    private static final Map<String, String> CLAUSES = Map.ofEntries(
            Map.entry("OFFSET", "rows cannot be stepped over; LIMIT n keeps the first ones"),
            Map.entry("FETCH", "write LIMIT n before the time clause"),
            Map.entry("TOP", "write LIMIT n before the time clause"),
            Map.entry("NULLS", "leave it out; CASE WHEN x IS NULL THEN ... in ORDER BY orders absent values"),
            Map.entry("ESCAPE", "nothing escapes in LIKE; MATCHES finds % and _ as they are"),
            Map.entry("PIVOT", NO_PARTS),
            Map.entry("MATCH_RECOGNIZE", "SESSION BY puts events together to sessions"),
            Map.entry("QUALIFY", NO_PARTS),
            Map.entry("WINDOW", NO_PARTS),
            Map.entry("PARTITION", NO_PARTS),
            Map.entry("EXCEPT", "write x NOT IN (SELECT ...)"),
            Map.entry("MINUS", "write x NOT IN (SELECT ...)"),
            Map.entry("INTERSECT", "write x IN (SELECT ...)"),
            Map.entry("STATS", AGGREGATE),
            Map.entry("SUMMARIZE", AGGREGATE),
            Map.entry("EVAL", COLUMN),
            Map.entry("EXTEND", COLUMN),
            Map.entry("PROJECT", "the columns stand behind SELECT"),
            Map.entry("DEDUP", "write GROUP BY for rows without repetition"),
            Map.entry("FOLLOWED", "SESSION BY puts events together; x IN (SELECT ...) asks for another event"),
            Map.entry("SPAN", "group by a part of the time: GROUP BY starttime / 3600000 AS hour"),
            Map.entry("TIMESPAN", LAST),
            Map.entry("WITHIN", LAST),
            Map.entry("TIMERANGE", LAST),
            Map.entry("TIMEFRAME", LAST),
            Map.entry("EARLIEST", LAST),
            Map.entry("SINCE", LAST));

    private final TokenStream tokens;
    private final ClauseWords words;
    private final ForeignTimes times;

    ForeignClauses(TokenStream tokens, ClauseWords words, ForeignTimes times) {
        this.tokens = tokens;
        this.words = words;
        this.times = times;
    }

    /** True, and reported, at the beginning of a text that is no {@code SELECT}. */
    boolean statement() {
        Token word = tokens.peek();
        boolean isSelect = word.is("SELECT")
                || word.is("WITH")
                || tokens.atEnd()
                || Suggestions.isSlipOf(word.keyword(), List.of("SELECT"));
        if (isSelect) {
            return false;
        }
        String hint = words.atCondition(0)
                ? "a condition stands in a query: SELECT username FROM events WHERE ... LAST 24 HOURS"
                : words.atTable()
                        ? "write SELECT * FROM events WHERE ... LAST 24 HOURS"
                        : "an AQL query begins with SELECT: SELECT username FROM events WHERE ... LAST 24 HOURS";
        tokens.findings()
                .add(
                        AqlCode.FOREIGN_LANGUAGE,
                        word.span(),
                        word.shown() + " begins no AQL; QRadar runs SELECT alone",
                        hint);
        return true;
    }

    /** Steps over {@code TOP n} and {@code ALL} before a column; true if they stand in place of one. */
    boolean quantity() {
        int start = tokens.peek().start();
        boolean isTop = tokens.at("TOP") && tokens.peek(1).kind() == TokenKind.INTEGER;
        boolean isAll = tokens.at("ALL")
                && tokens.peek(1).kind() == TokenKind.NAME
                && !tokens.peek(1).is("FROM");
        if (isTop) {
            tokens.next();
            String rows = tokens.next().text();
            top(start, "LIMIT " + rows);
            return tokens.atSymbol(",") || tokens.at("FROM");
        }
        if (isAll) {
            tokens.next();
            Span span = tokens.since(start);
            tokens.findings()
                    .add(
                            Repair.replace(
                                    "remove ALL", new Span(start, tokens.peek().start()), ""),
                            AqlCode.FOREIGN_CLAUSE,
                            span,
                            "ALL is not AQL: all rows come anyway");
        }
        return false;
    }

    private void top(int start, String limit) {
        Span top = tokens.since(start);
        String message = "TOP is not a clause of AQL";
        String hint = "write " + limit + " before the time clause";
        Optional<Integer> place = tokens.placeOfLimit();
        if (place.isEmpty()) {
            tokens.findings().add(AqlCode.FOREIGN_CLAUSE, top, message, hint);
            return;
        }
        String text = tokens.findings().source().text();
        int comma = text.substring(0, start).stripTrailing().length() - 1;
        boolean isLast = tokens.at("FROM") && text.charAt(comma) == ',';
        int end = tokens.atSymbol(",")
                ? tokens.peek(1).start()
                : isLast ? top.end() : tokens.peek().start();
        Repair repair = new Repair(
                hint,
                List.of(
                        new TextEdit(new Span(isLast ? comma : start, end), ""),
                        new TextEdit(new Span(place.get(), place.get()), " " + limit)));
        tokens.findings().add(repair, AqlCode.FOREIGN_CLAUSE, top, message, hint);
    }

    /** True if a clause begins here that is misspelt, lacks its word or is another language's. */
    boolean atClause() {
        return CLAUSES.containsKey(tokens.peek().keyword()) || words.at() || times.at() || times.atPreposition();
    }

    /** True if a clause of another language stands here. */
    boolean clause() {
        if (tokens.atStep()) {
            tokens.findings()
                    .add(
                            AqlCode.FOREIGN_LANGUAGE,
                            new Span(tokens.peek().start(), tokens.peek(1).end()),
                            "AQL has no steps after bars, as KQL and SPL have",
                            "write the clauses one after the other");
            while (!tokens.atEnd()) {
                tokens.next();
            }
            return true;
        }
        String word = tokens.peek().keyword();
        if (!CLAUSES.containsKey(word)) {
            return false;
        }
        Span span = tokens.next().span();
        tokens.findings().add(AqlCode.FOREIGN_CLAUSE, span, word + " is not a clause of AQL", CLAUSES.get(word));
        tokens.skipTo(";");
        return true;
    }
}
