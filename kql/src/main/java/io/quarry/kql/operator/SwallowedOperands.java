package io.quarry.kql.operator;

import io.quarry.kql.analysis.Analysis;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.relation.Scope;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.syntax.Operator;
import io.quarry.plan.Repair;
import io.quarry.plan.Span;
import io.quarry.plan.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Operands of a union that a pipe has swallowed: in {@code union A, B | project x, C} the pipe ends the union, and
 * {@code C} is read as a column of {@code project}. Where that name is a table and no column, the author meant
 * {@code union A, (B | project x), C}.
 *
 * @param meant the union as it was meant
 * @param swallowed the names of the tables that are read as columns
 * @param inner what belongs into the parentheses: from the operand to the last column that is one
 */
record SwallowedOperands(Analysis analysis, Expression meant, List<Expression.Name> swallowed, Span pipe, Span inner) {
    /**
     * Looks at the last of some operators after a source.
     *
     * @param rows what comes into the last operator
     */
    static Optional<SwallowedOperands> find(
            Analysis analysis, Expression source, List<Operator> operators, Relation rows) {
        if (!(source instanceof Expression.Leading leading) || !(leading.operator() instanceof Operator.Union union)) {
            return Optional.empty();
        }
        Expression operand = union.operands().get(union.operands().size() - 1);
        Operator last = operators.get(operators.size() - 1);
        if (operand instanceof Expression.Parenthesized
                || union.operands().size() < 2
                || !(last instanceof Operator.Project project)) {
            return Optional.empty();
        }
        int first = firstTable(analysis, project.items(), rows);
        if (first < 1) {
            return Optional.empty();
        }
        List<Expression> own = project.items().subList(0, first);
        List<Expression> others = project.items().subList(first, project.items().size());
        Span inner = operand.span().to(own.get(own.size() - 1).span());
        List<Operator> steps = new ArrayList<>(operators.subList(0, operators.size() - 1));
        steps.add(new Operator.Project(new Span(project.span().start(), inner.end()), own));
        List<Expression> operands =
                new ArrayList<>(union.operands().subList(0, union.operands().size() - 1));
        operands.add(new Expression.Parenthesized(inner, new Expression.Pipe(inner, operand, steps)));
        operands.addAll(others);
        Expression meant = new Expression.Leading(
                new Operator.Union(union.span().to(project.span()), union.parameters(), operands));
        List<Expression.Name> names = others.stream()
                .filter(Expression.Name.class::isInstance)
                .map(Expression.Name.class::cast)
                .toList();
        int between =
                analysis.problems().source().text().indexOf('|', operand.span().end());
        return Optional.of(new SwallowedOperands(analysis, meant, names, new Span(between, between + 1), inner));
    }

    /** The index of the first item from which on all are names of tables and of no column; -1 if there is none. */
    private static int firstTable(Analysis analysis, List<Expression> items, Relation rows) {
        int first = items.size();
        while (first > 0 && isTable(analysis, items.get(first - 1), rows)) {
            first--;
        }
        return first == items.size() ? -1 : first;
    }

    private static boolean isTable(Analysis analysis, Expression item, Relation rows) {
        return item instanceof Expression.Name name
                        && rows.schema().indexOf(name.name()) < 0
                        && (analysis.scope()
                                        .find(name.name())
                                        .filter(Scope.Table.class::isInstance)
                                        .isPresent()
                                || analysis.scope().find(name.name()).isEmpty()
                                        && analysis.catalog().find(name.name()).isPresent())
                || item instanceof Expression.Parenthesized parenthesized
                        && parenthesized.inner() instanceof Expression.Pipe;
    }

    void report() {
        List<String> names =
                swallowed.stream().map(name -> "'" + name.name() + "'").toList();
        String list = names.size() < 2
                ? String.join("", names)
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.get(names.size() - 1);
        Repair repair = new Repair(
                "put the operand and its pipe in parentheses",
                List.of(
                        new TextEdit(new Span(inner.start(), inner.start()), "("),
                        new TextEdit(new Span(inner.end(), inner.end()), ")")));
        analysis.problems()
                .report(
                        KqlCode.UNION_OPERAND_PIPE,
                        pipe,
                        "this pipe ends the union: " + (list.isEmpty() ? "the operands" : list)
                                + (names.size() == 1
                                        ? " after it is read as a column of project"
                                        : " after it are read as columns of project"),
                        List.of("an operand of union that has a pipe stands in parentheses"),
                        Optional.of(repair));
    }
}
