package io.quarry.kql;

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
        Set<String> declared = new HashSet<>();
        UniqueNames names = new UniqueNames(List.of());
        for (Expression item : project.items()) {
            if (item instanceof Expression.Star) {
                addAll(columns, input, names);
                continue;
            }
            Scalar value = new Items(analysis).value(item, input);
            Optional<Expression.Name> name = new Items(analysis).declared(item);
            if (name.isPresent() && !declared.add(name.get().name())) {
                analysis.report(
                        KqlCode.DUPLICATE_NAME,
                        name.get().span(),
                        "the column '" + name.get().name() + "' is declared already");
                continue;
            }
            columns.add(new Items(analysis).name(item, names), value);
        }
        return columns.over(input).closed();
    }

    private static void addAll(Projection columns, Relation input, UniqueNames names) {
        for (int i = 0; i < input.schema().size(); i++) {
            columns.add(names.take(input.schema().name(i)), input.column(i));
        }
    }
}
