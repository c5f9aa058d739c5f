package io.quarry.aql.syntax;

import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.aql.diagnostic.Findings;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Repair;
import io.quarry.plan.Span;
import io.quarry.plan.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parts of a query while it is read, and the order in which its clauses came. */
final class QueryDraft {
    private record Place(Clause clause, Span span) {}

    final int start;
    final List<Query.SelectItem> items = new ArrayList<>();
    final List<Expression> groupBy = new ArrayList<>();
    final List<Query.OrderItem> orderBy = new ArrayList<>();
    Optional<Span> distinct = Optional.empty();
    Query.Source source;
    Optional<Query.Cursor> into = Optional.empty();
    Optional<Query.TextSearch> textSearch = Optional.empty();
    Optional<Expression> where = Optional.empty();
    Optional<Expression> having = Optional.empty();
    Optional<Query.Session> session = Optional.empty();
    Optional<Query.RowLimit> limit = Optional.empty();
    Optional<TimeClause> time = Optional.empty();
    List<Query.Parameter> parameters = List.of();

    private final List<Place> places = new ArrayList<>();

    QueryDraft(int start) {
        this.start = start;
        this.source = new Query.FaultySource(new Span(start, start));
    }

    /** Notes a clause that has been read; reports one that comes twice. */
    void note(Clause clause, Span span, Findings findings) {
        if (places.stream().anyMatch(place -> place.clause() == clause)) {
            findings.add(CommonCode.SYNTAX, span, "a second " + clause.shown().replaceFirst("^the ", ""));
        } else {
            places.add(new Place(clause, span));
        }
    }

    /** True if the clause that was read last is one of these. */
    boolean isIn(Clause first, Clause second) {
        if (places.isEmpty()) {
            return false;
        }
        Clause last = places.get(places.size() - 1).clause();
        return last == first || last == second;
    }

    /** True if a column is given that name. */
    boolean hasAlias(String name) {
        return items.stream().anyMatch(item -> item.alias()
                .filter(alias -> alias.text().equalsIgnoreCase(name))
                .isPresent());
    }

    Query finish(int end) {
        int beforeParameters = places.stream()
                .filter(place -> place.clause() == Clause.PARAMETERS)
                .mapToInt(place -> place.span().start())
                .findFirst()
                .orElse(end);
        return new Query(
                new Span(start, end),
                distinct,
                items,
                source,
                into,
                textSearch,
                where,
                groupBy,
                having,
                orderBy,
                session,
                limit,
                time,
                parameters,
                new Span(beforeParameters, beforeParameters));
    }

    /** Reports each clause that stands before one that it has to follow, and moves it behind. */
    void checkOrder(Findings findings) {
        for (int i = 0; i < places.size(); i++) {
            Place misplaced = places.get(i);
            Place last = null;
            for (Place later : places.subList(i + 1, places.size())) {
                if (later.clause().compareTo(misplaced.clause()) < 0) {
                    last = later;
                }
            }
            if (last != null) {
                Clause before = last.clause();
                findings.add(
                        moved(misplaced.span(), last.span().end(), findings),
                        AqlCode.CLAUSE_ORDER,
                        misplaced.span(),
                        misplaced.clause().shown() + " stands before " + before.shown() + " and belongs after it");
            }
        }
    }

    /** The edits that take a clause from its place and put it elsewhere. */
    static Repair moved(Span clause, int to, Findings findings) {
        String text = findings.source().text();
        int from = clause.start();
        while (from > 0 && Character.isWhitespace(text.charAt(from - 1))) {
            from--;
        }
        String moved = text.substring(from, clause.start()) + findings.source().slice(clause);
        return new Repair(
                "move the clause behind the others",
                List.of(new TextEdit(new Span(from, clause.end()), ""), new TextEdit(new Span(to, to), moved)));
    }
}
