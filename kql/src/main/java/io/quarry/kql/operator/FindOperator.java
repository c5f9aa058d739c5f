package io.quarry.kql.operator;

import io.quarry.kql.analysis.Analysis;
import io.quarry.kql.analysis.ScalarAnalyzer;
import io.quarry.kql.relation.Projection;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.syntax.Operator;
import io.quarry.kql.syntax.OperatorParameter;
import io.quarry.plan.Expr;
import io.quarry.plan.Plan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code find}: the rows of some tables or of all for which the predicate holds, after the names of their tables. The
 * predicate sees each table's own columns, and as null those that only others have; a table of which it names no column is
 * left out. {@link FindColumns} says in which columns the rows come out.
 */
final class FindOperator {
    private static final String SOURCE = "source_";

    private final Analysis analysis;

    FindOperator(Analysis analysis) {
        this.analysis = analysis;
    }

    Relation apply(Operator.Find find, Relation input) {
        if (input != Relation.NO_INPUT) {
            analysis.unsupported(find.keyword(), "find after a pipe");
            return Relation.BROKEN;
        }
        Legs legs = new Legs(analysis, "union_arg");
        find.tables().forEach(legs::add);
        if (find.tables().isEmpty()) {
            legs.add(new Expression.Star(find.keyword()));
        }
        checkWildcards(find.predicate());
        FindColumns columns = new FindColumns(analysis, find, source(find));
        return columns.of(found(legs, find.predicate()))
                .map(rows -> rows.with(legs.extent()))
                .orElse(Relation.BROKEN);
    }

    private static String source(Operator.Find find) {
        return find.parameters().stream()
                .filter(parameter -> !parameter.name().equals("datascope"))
                .map(OperatorParameter::value)
                .findFirst()
                .orElse(SOURCE);
    }

    /** In a search {@code *} stands for any text; whether it does here, the reference does not say. */
    private void checkWildcards(Expression predicate) {
        if (predicate instanceof Expression.Parenthesized parenthesized) {
            checkWildcards(parenthesized.inner());
        } else if (predicate instanceof Expression.Logical logical) {
            logical.operands().forEach(this::checkWildcards);
        } else if (predicate instanceof Expression.Literal literal
                && literal.value() instanceof String text
                && text.indexOf('*') >= 0) {
            analysis.unsupported(literal.span(), "a wildcard in a term of find");
        }
    }

    /** The tables in which the predicate may hold, with the rows for which it does. */
    private FindColumns.Matches found(Legs legs, Expression predicate) {
        Map<String, UnionColumns.Column> all = new LinkedHashMap<>();
        UnionColumns.all(legs.all(), Optional.empty()).forEach(column -> all.putIfAbsent(column.name(), column));
        Relation whole = nothing(all).with(legs.extent());
        Set<String> named = new LinkedHashSet<>();
        Scalar naming = new ScalarAnalyzer(analysis, whole).condition(SearchPredicate.ofNamedColumns(predicate));
        addNames(naming.expr(), whole, named);
        Expression condition = SearchPredicate.condition(predicate, SearchPredicate.Case.IGNORED);
        boolean everywhere = named.isEmpty() || SearchPredicate.asksAnyColumn(predicate);
        List<UnionColumns.Column> asked = named.stream().map(all::get).toList();
        List<FindColumns.Found> found = new ArrayList<>();
        for (Leg leg : legs.all()) {
            boolean hasOne = named.stream().anyMatch(name -> leg.rows().schema().indexOf(name) >= 0);
            if (everywhere || hasOne) {
                found.add(new FindColumns.Found(leg, leg.isRead() ? filtered(leg, condition, asked) : leg.rows()));
            }
        }
        return new FindColumns.Matches(found, named);
    }

    /** The rows of a table for which the condition holds; the columns that it names are there even if the table has none. */
    private Relation filtered(Leg leg, Expression condition, List<UnionColumns.Column> asked) {
        Projection columns = Projection.of(leg.rows());
        for (UnionColumns.Column column : asked) {
            if (columns.indexOf(column.name()) < 0) {
                columns.add(column.name(), column.of(leg.rows()));
            }
        }
        Relation rows = columns.columns().size() > leg.rows().schema().size() ? columns.over(leg.rows()) : leg.rows();
        Scalar holds = new ScalarAnalyzer(analysis, rows).condition(condition);
        return rows.then(new Plan.Filter(rows.plan(), holds.expr()));
    }

    /** All columns of all tables, each once. */
    private static Relation nothing(Map<String, UnionColumns.Column> all) {
        Projection columns = new Projection();
        all.forEach((name, column) -> columns.add(name, column.of(Relation.NONE)));
        return columns.over(Relation.NONE);
    }

    private static void addNames(Expr expr, Relation row, Set<String> names) {
        if (expr instanceof Expr.Column column) {
            names.add(row.schema().name(column.index()));
        }
        expr.children().forEach(child -> addNames(child, row, names));
    }
}
