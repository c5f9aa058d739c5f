package io.quarry.kql.operator;

import io.quarry.kql.analysis.Analysis;
import io.quarry.kql.analysis.Items;
import io.quarry.kql.analysis.SeveralValues;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.NamedValue;
import io.quarry.kql.relation.Projection;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.relation.UniqueNames;
import io.quarry.kql.relation.WindowCollector;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.syntax.Operator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code project}: exactly these columns, in this order. */
final class ProjectOperator {
    private final Analysis analysis;

    ProjectOperator(Analysis analysis) {
        this.analysis = analysis;
    }

    Relation apply(Operator.Project project, Relation input) {
        Projection columns = new Projection();
        WindowCollector windows = new WindowCollector(input);
        Set<String> declared = new HashSet<>();
        UniqueNames names = new UniqueNames(List.of());
        for (Expression item : project.items()) {
            for (NamedValue column : new Items(analysis).columns(item, windows.row(), SeveralValues.Unnamed.KEPT)) {
                Optional<Expression.Name> name = column.declared();
                if (name.isEmpty() || declare(name.get(), declared)) {
                    columns.add(new Items(analysis).name(column, names), column.value());
                }
            }
        }
        return columns.over(windows.rows()).closed();
    }

    private boolean declare(Expression.Name name, Set<String> declared) {
        if (declared.add(name.name())) {
            return true;
        }
        analysis.report(KqlCode.DUPLICATE_NAME, name.span(), "the column '" + name.name() + "' is declared already");
        return false;
    }
}
