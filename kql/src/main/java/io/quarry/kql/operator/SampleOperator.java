package io.quarry.kql.operator;

import io.quarry.data.Type;
import io.quarry.kql.analysis.Analysis;
import io.quarry.kql.analysis.Counts;
import io.quarry.kql.analysis.DynamicKeys;
import io.quarry.kql.analysis.Items;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.Projection;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.syntax.Operator;
import io.quarry.plan.NamedExpr;
import io.quarry.plan.Plan;
import java.util.List;

/** {@code sample} and {@code sample-distinct}. The platform gives any rows; here they are the first ones, every time. */
final class SampleOperator {
    private final Analysis analysis;

    SampleOperator(Analysis analysis) {
        this.analysis = analysis;
    }

    Relation apply(Operator.Sample sample, Relation input) {
        long rows = new Counts(analysis).rows(sample.count()).orElseThrow();
        return input.then(new Plan.Limit(input.plan(), rows)).unordered();
    }

    Relation apply(Operator.SampleDistinct sample, Relation input) {
        long values = new Counts(analysis).rows(sample.count()).orElseThrow();
        if (!(sample.column() instanceof Expression.Name name)) {
            analysis.report(
                    KqlCode.COLUMN_EXPECTED,
                    sample.column().span(),
                    "sample-distinct takes the name of a column, and this is an expression",
                    "compute it in an extend before, under a name");
            return Relation.BROKEN;
        }
        Scalar value = new Items(analysis).value(name, input);
        if (value.isKnown() && value.type() == Type.DYNAMIC) {
            DynamicKeys.refuse(analysis, name.span(), "sample-distinct");
        }
        Projection column = new Projection();
        column.add(name.name(), value);
        NamedExpr key = column.columns().get(0);
        Plan distinct = new Plan.Aggregate(input.plan(), List.of(key), List.of());
        return input.then(new Plan.Limit(distinct, values), column.shapes())
                .unordered()
                .closed();
    }
}
