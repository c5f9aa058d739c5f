package io.quarry.aql.syntax;

import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Repair;
import io.quarry.plan.Span;
import io.quarry.plan.TextEdit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Clauses and statements that other languages have. They are reported and stepped over. */
final class ForeignClauses {
    private static final Set<String> STATEMENTS = Set.of(
            "UPDATE",
            "DELETE",
            "INSERT",
            "DROP",
            "CREATE",
            "ALTER",
            "MERGE",
            "EXPLAIN",
            "DESCRIBE",
            "SHOW",
            "FROM",
            "SEARCH",
            "SEQUENCE",
            "EVENT",
            "LET");

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
            Map.entry("TIMESPAN", "write LAST n HOURS at the end"),
            Map.entry("WITHIN", "write LAST n HOURS at the end"),
            Map.entry("TIMERANGE", "write LAST n HOURS at the end"));

    private final TokenStream tokens;

    ForeignClauses(TokenStream tokens) {
        this.tokens = tokens;
    }

    /** True, and reported, at the beginning of a statement that is no {@code SELECT}. */
    boolean statement() {
        if (!STATEMENTS.contains(tokens.peek().keyword())) {
            return false;
        }
        tokens.findings()
                .add(
                        AqlCode.FOREIGN_LANGUAGE,
                        tokens.peek().span(),
                        tokens.peek().shown() + " begins no AQL; QRadar runs SELECT alone",
                        "an AQL query begins with SELECT");
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
        if (shortOfBy()) {
            return true;
        }
        String word = tokens.peek().keyword();
        if (!CLAUSES.containsKey(word)) {
            return false;
        }
        report(tokens.next().span(), word, CLAUSES.get(word));
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
                .add(
                        Repair.replace("write " + meant, span, meant),
                        CommonCode.SYNTAX,
                        span,
                        "found " + word.shown() + " where " + meant + " belongs",
                        "write " + meant);
        tokens.next();
        tokens.skipTo(";");
        return true;
    }

    private void report(Span span, String word, String instead) {
        tokens.findings().add(AqlCode.FOREIGN_CLAUSE, span, word + " is not a clause of AQL", instead);
    }
}
