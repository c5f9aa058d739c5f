package io.quarry.kql.operator;

import io.quarry.kql.analysis.Analysis;
import io.quarry.kql.analysis.ColumnPatterns;
import io.quarry.kql.relation.Projection;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.syntax.Operator;
import java.util.HashSet;
import java.util.Set;

/** {@code project-away}: all columns but these. */
final class ProjectAwayOperator {
    private final Analysis analysis;

    ProjectAwayOperator(Analysis analysis) {
        this.analysis = analysis;
    }

    Relation apply(Operator.ProjectAway projectAway, Relation input) {
        Set<Integer> away = new HashSet<>();
        for (Expression pattern : projectAway.columns()) {
            away.addAll(new ColumnPatterns(analysis).matches(pattern, input));
        }
        Projection columns = new Projection();
        for (int i = 0; i < input.schema().size(); i++) {
            if (!away.contains(i)) {
                columns.add(input.schema().name(i), input.column(i));
            }
        }
        return columns.over(input);
    }
}
