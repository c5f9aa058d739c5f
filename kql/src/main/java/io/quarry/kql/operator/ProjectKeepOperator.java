package io.quarry.kql.operator;

import io.quarry.kql.analysis.Analysis;
import io.quarry.kql.analysis.ColumnPatterns;
import io.quarry.kql.relation.Projection;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.syntax.Operator;
import java.util.TreeSet;

/** {@code project-keep}: these columns only, in the input's order. */
final class ProjectKeepOperator {
    private final Analysis analysis;

    ProjectKeepOperator(Analysis analysis) {
        this.analysis = analysis;
    }

    Relation apply(Operator.ProjectKeep projectKeep, Relation input) {
        TreeSet<Integer> kept = new TreeSet<>();
        for (Expression pattern : projectKeep.columns()) {
            kept.addAll(new ColumnPatterns(analysis).matches(pattern, input));
        }
        Projection columns = new Projection();
        kept.forEach(index -> columns.add(input.schema().name(index), input.column(index)));
        return columns.over(input);
    }
}
