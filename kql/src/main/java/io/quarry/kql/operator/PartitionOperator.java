package io.quarry.kql.operator;

import io.quarry.data.Type;
import io.quarry.kql.analysis.Analysis;
import io.quarry.kql.analysis.DynamicKeys;
import io.quarry.kql.analysis.UnknownNames;
import io.quarry.kql.group.Columns;
import io.quarry.kql.group.Groups;
import io.quarry.kql.relation.PlanSize;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.syntax.Operator;
import io.quarry.plan.NamedExpr;
import io.quarry.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code partition}: a pipe over the rows of each value of a column. What comes out is what the pipe gives, the column only
 * if the pipe keeps it. The strategies differ in how they run; the old one's limit of 64 values is not imposed.
 */
final class PartitionOperator {
    private final Analysis analysis;

    PartitionOperator(Analysis analysis) {
        this.analysis = analysis;
    }

    Relation apply(Operator.Partition partition, Relation input) {
        Scalar key = key(partition.key(), input);
        if (key.isKnown() && key.type() == Type.DYNAMIC) {
            DynamicKeys.refuse(analysis, partition.key().span(), "partition");
            key = Scalar.UNKNOWN;
        }
        if (!(partition.pipe() instanceof Operator.Partition.Rows rows)) {
            analysis.unsupported(partition.key().span(), "partition with a query in braces");
            return Relation.BROKEN;
        }
        GroupPipe pipe = new GroupPipe(analysis, rows.pipe());
        Relation result = pipe.over(input);
        List<NamedExpr> columns =
                new ArrayList<>(Columns.range(input.plan(), 0, input.schema().size()));
        columns.add(new NamedExpr("$partition", key.expr()));
        Groups groups = new Groups(new Plan.Project(input.plan(), columns), 1, 1, analysis.origin(partition.span()));
        Plan lifted = pipe.lifted(groups);
        Plan given = new Plan.Project(
                lifted, Columns.range(lifted, 0, result.schema().size()));
        return input.then(given, result.shapes())
                .with(result.extent())
                .sized(PlanSize.of(given))
                .unordered();
    }

    private Scalar key(Expression.Name name, Relation input) {
        Optional<Scalar> column = input.column(name.name());
        if (column.isEmpty()) {
            new UnknownNames(analysis).column(name, input);
        }
        return column.orElse(Scalar.UNKNOWN);
    }
}
