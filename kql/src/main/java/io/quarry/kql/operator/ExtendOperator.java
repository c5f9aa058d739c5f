package io.quarry.kql.operator;

import io.quarry.kql.analysis.Analysis;
import io.quarry.kql.analysis.ColumnNames;
import io.quarry.kql.analysis.Items;
import io.quarry.kql.analysis.SeveralValues;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.NamedValue;
import io.quarry.kql.relation.Projection;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.relation.WindowCollector;
import io.quarry.kql.syntax.Expression;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code extend}: columns more, or others in the place of columns of the same name. All items see the input only, so
 * {@code extend a = c, c = a} swaps.
 */
final class ExtendOperator {
    private final Analysis analysis;

    ExtendOperator(Analysis analysis) {
        this.analysis = analysis;
    }

    Relation apply(List<Expression> items, Relation input) {
        Projection columns = Projection.of(input);
        WindowCollector windows = new WindowCollector(input);
        Set<String> added = new HashSet<>();
        for (Expression item : items) {
            for (NamedValue column : columns(item, windows.row())) {
                String name = name(column, added, input);
                added.add(name);
                columns.put(name, column.value());
            }
        }
        return columns.over(windows.rows());
    }

    private List<NamedValue> columns(Expression item, Relation input) {
        if (SeveralValues.isCall(item, analysis)) {
            return new Items(analysis).columns(item, input, SeveralValues.Unnamed.DROPPED);
        }
        new Items(analysis).refuseNames(item);
        Scalar value = analysis.scalar(Projection.value(item), input);
        return item instanceof Expression.Named named
                ? List.of(new NamedValue(Optional.of(named.names().get(0)), Optional.empty(), value))
                : List.of(new NamedValue(Optional.empty(), new ColumnNames(analysis).of(item), value));
    }

    private String name(NamedValue column, Set<String> added, Relation input) {
        if (column.declared().isEmpty()) {
            return column.automatic().orElseGet(() -> analysis.unnamedColumn(input));
        }
        Expression.Name name = column.declared().get();
        if (added.contains(name.name())) {
            analysis.report(
                    KqlCode.DUPLICATE_NAME, name.span(), "the column '" + name.name() + "' is declared already");
        }
        return name.name();
    }
}
