package io.quarry.kql.operator;

import io.quarry.kql.analysis.Analysis;
import io.quarry.kql.analysis.UnknownNames;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.Projection;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.syntax.Operator;
import io.quarry.plan.CommonCode;

/** {@code project-rename new = old}: other names, in place. */
final class ProjectRenameOperator {
    private final Analysis analysis;

    ProjectRenameOperator(Analysis analysis) {
        this.analysis = analysis;
    }

    Relation apply(Operator.ProjectRename projectRename, Relation input) {
        Projection columns = Projection.of(input);
        for (Expression item : projectRename.items()) {
            if (item instanceof Expression.Named named && named.value() instanceof Expression.Name old) {
                rename(named.names().get(0), old, columns, input);
            } else {
                analysis.report(
                        CommonCode.SYNTAX,
                        Projection.value(item).span(),
                        "project-rename takes pairs of names",
                        "write new = old");
            }
        }
        return columns.over(input);
    }

    private void rename(Expression.Name name, Expression.Name old, Projection columns, Relation input) {
        int index = input.schema().indexOf(old.name());
        if (index < 0) {
            if (!input.isOpen()) {
                new UnknownNames(analysis).column(old, input);
            }
            return;
        }
        if (columns.indexOf(name.name()) >= 0 || input.schema().indexOf(name.name()) >= 0) {
            analysis.report(
                    KqlCode.DUPLICATE_NAME, name.span(), "the column '" + name.name() + "' is declared already");
            return;
        }
        if (columns.indexOf(old.name()) != index) {
            analysis.report(KqlCode.DUPLICATE_NAME, old.span(), "the column '" + old.name() + "' is renamed already");
            return;
        }
        columns.set(index, name.name(), input.column(index));
    }
}
