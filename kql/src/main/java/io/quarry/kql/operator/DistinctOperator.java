package io.quarry.kql.operator;

import io.quarry.data.Type;
import io.quarry.kql.analysis.Analysis;
import io.quarry.kql.analysis.DynamicKeys;
import io.quarry.kql.analysis.Items;
import io.quarry.kql.analysis.SeveralValues;
import io.quarry.kql.relation.NamedValue;
import io.quarry.kql.relation.Projection;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.relation.UniqueNames;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.syntax.Operator;
import io.quarry.plan.Plan;
import io.quarry.plan.Span;
import java.util.List;

/** {@code distinct}: the different rows of some columns. */
final class DistinctOperator {
    private final Analysis analysis;

    DistinctOperator(Analysis analysis) {
        this.analysis = analysis;
    }

    Relation apply(Operator.Distinct distinct, Relation input) {
        Projection columns = new Projection();
        UniqueNames names = new UniqueNames(List.of());
        if (Items.isAll(distinct.columns())) {
            for (int i = 0; i < input.schema().size(); i++) {
                add(columns, names.take(input.schema().name(i)), input.column(i), distinct.span());
            }
        } else {
            for (Expression column : distinct.columns()) {
                for (NamedValue each : new Items(analysis).columns(column, input, SeveralValues.Unnamed.KEPT)) {
                    add(columns, new Items(analysis).name(each, names), each.value(), column.span());
                }
            }
        }
        Plan plan = new Plan.Aggregate(input.plan(), columns.columns(), List.of());
        Relation rows = input.then(plan, columns.shapes()).unordered();
        return Items.isAll(distinct.columns()) ? rows : rows.closed();
    }

    private void add(Projection columns, String name, Scalar value, Span span) {
        if (value.isKnown() && value.type() == Type.DYNAMIC) {
            DynamicKeys.refuse(analysis, span, "distinct");
        }
        columns.add(name, value);
    }
}
