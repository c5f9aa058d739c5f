package io.quarry.kql.operator;

import io.quarry.kql.analysis.Analysis;
import io.quarry.kql.analysis.ScalarAnalyzer;
import io.quarry.kql.relation.Projection;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.syntax.Operator;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Expr;
import io.quarry.plan.Plan;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code search}: the rows of what is piped, of some tables or of all for which the predicate holds, in the columns of their
 * union after {@code $table}. A column that only other tables have is null in a table's rows.
 */
final class SearchOperator {
    private static final Optional<String> SOURCE = Optional.of("$table");

    private final Analysis analysis;

    SearchOperator(Analysis analysis) {
        this.analysis = analysis;
    }

    Relation apply(Operator.Search search, Relation input) {
        Legs legs = legs(search, input);
        List<UnionColumns.Column> columns = UnionColumns.all(legs.all(), SOURCE);
        Relation together = Legs.nothing(columns, SOURCE).with(legs.extent());
        Scalar named =
                new ScalarAnalyzer(analysis, together).condition(SearchPredicate.ofNamedColumns(search.predicate()));
        Expression condition = SearchPredicate.condition(search.predicate(), letters(search));
        Set<Integer> used = new TreeSet<>();
        addColumns(named.expr(), used);
        List<UnionColumns.Column> needed = used.stream()
                .filter(index -> index > 0)
                .map(index -> columns.get(index - 1))
                .toList();
        legs.replaceAll(leg -> filtered(leg, condition, needed));
        return legs.united(columns, SOURCE);
    }

    private Legs legs(Operator.Search search, Relation input) {
        Legs legs = new Legs(analysis, "search_arg");
        if (input != Relation.NO_INPUT) {
            legs.addPiped(input);
            if (!search.tables().isEmpty()) {
                analysis.report(
                        CommonCode.SYNTAX,
                        search.keyword(),
                        "a search that names tables has to begin the query",
                        "search what is piped: search \"text\"");
            }
        } else if (search.tables().isEmpty()) {
            legs.add(new Expression.Star(search.keyword()));
        }
        search.tables().forEach(legs::add);
        return legs;
    }

    private SearchPredicate.Case letters(Operator.Search search) {
        return JoinOperator.kind(analysis, search.parameters(), Set.of("default", "case_insensitive", "case_sensitive"))
                .filter("case_sensitive"::equals)
                .map(sensitive -> SearchPredicate.Case.SENSITIVE)
                .orElse(SearchPredicate.Case.IGNORED);
    }

    private static void addColumns(Expr expr, Set<Integer> used) {
        if (expr instanceof Expr.Column column) {
            used.add(column.index());
        }
        expr.children().forEach(child -> addColumns(child, used));
    }

    /** The rows of a table for which the condition holds; the columns that it names are there even if the table has none. */
    private Leg filtered(Leg leg, Expression condition, List<UnionColumns.Column> used) {
        if (!leg.isRead()) {
            return leg;
        }
        Projection columns = Projection.of(leg.rows());
        for (UnionColumns.Column column : used) {
            if (columns.indexOf(column.output()) < 0) {
                columns.add(column.output(), column.of(leg.rows()));
            }
        }
        Relation rows = columns.columns().size() > leg.rows().schema().size() ? columns.over(leg.rows()) : leg.rows();
        Scalar holds = new ScalarAnalyzer(analysis, rows).condition(condition);
        return leg.with(rows.then(new Plan.Filter(rows.plan(), holds.expr())));
    }
}
