package io.quarry.aql.check;

import io.quarry.aql.catalog.AqlCatalog;
import io.quarry.aql.catalog.AqlColumn;
import io.quarry.aql.catalog.AqlColumns;
import io.quarry.aql.catalog.AqlSwitch;
import io.quarry.aql.catalog.AqlTable;
import io.quarry.aql.diagnostic.Findings;
import io.quarry.aql.syntax.Expression;
import io.quarry.aql.syntax.Query;
import io.quarry.plan.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A query that is being checked, with what its names mean. */
final class Subject {
    private final Query query;
    private final AqlCatalog catalog;
    private final Findings findings;
    private final Optional<AqlColumns> columns;

    Subject(Query query, AqlCatalog catalog, Findings findings) {
        this.query = query;
        this.catalog = catalog;
        this.findings = findings;
        this.columns = query.source() instanceof Query.NamedSource named
                ? catalog.table(named.name()).map(AqlTable::columns)
                : Optional.empty();
    }

    Query query() {
        return query;
    }

    /** True if the query is read so. */
    boolean isOn(AqlSwitch reading) {
        return catalog.isOn(reading);
    }

    Findings findings() {
        return findings;
    }

    String slice(Span span) {
        return findings.source().slice(span);
    }

    String slice(Expression expression) {
        return slice(expression.span());
    }

    /** The column of a name; also inside {@code LOWER}, {@code UPPER} and {@code STR}, which keep what the value is. */
    Optional<AqlColumn> column(Expression expression) {
        Expression bare = expression.bare();
        if (bare instanceof Expression.Call call
                && call.arguments().size() == 1
                && (call.isNamed("LOWER") || call.isNamed("UPPER") || call.isNamed("STR"))) {
            bare = call.arguments().get(0).bare();
        }
        if (!(bare instanceof Expression.Name name)) {
            return Optional.empty();
        }
        return columns.flatMap(known -> name.quoted() ? known.quoted(name.text()) : known.bare(name.text()));
    }

    AqlColumn.Content content(Expression expression) {
        return column(expression).map(AqlColumn::content).orElse(AqlColumn.Content.ANY);
    }

    boolean isColumn(Expression expression, String name) {
        return expression.bare() instanceof Expression.Name
                && column(expression)
                        .filter(column -> column.name().equals(name))
                        .isPresent();
    }

    /** Visits every expression of the query, parents before children. */
    void walk(Consumer<Expression> visitor) {
        for (Expression expression : expressions()) {
            walk(expression, visitor);
        }
    }

    /** Visits an expression and everything below, parents before children. */
    static void walk(Expression expression, Consumer<Expression> visitor) {
        visitor.accept(expression);
        for (Expression child : expression.children()) {
            walk(child, visitor);
        }
    }

    private List<Expression> expressions() {
        List<Expression> all = new ArrayList<>();
        query.items().forEach(item -> all.add(item.expression()));
        query.where().ifPresent(all::add);
        all.addAll(query.groupBy());
        query.having().ifPresent(all::add);
        query.orderBy().forEach(item -> all.add(item.expression()));
        return all;
    }

    /** The queries inside a query: after {@code FROM} and after {@code IN}. */
    List<Query> inner() {
        List<Query> inner = new ArrayList<>();
        if (query.source() instanceof Query.InnerQuery source) {
            inner.add(source.query());
        }
        walk(expression -> {
            if (expression instanceof Expression.InQuery in) {
                inner.add(in.query());
            }
        });
        return inner;
    }
}
