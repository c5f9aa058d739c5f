package io.quarry.kql.operator;

import io.quarry.kql.analysis.Analysis;
import io.quarry.kql.analysis.Counts;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.syntax.Operator;
import io.quarry.plan.Plan;

/** {@code take} and {@code limit}: the first rows. */
final class TakeOperator {
    private final Analysis analysis;

    TakeOperator(Analysis analysis) {
        this.analysis = analysis;
    }

    Relation apply(Operator.Take take, Relation input) {
        long rows = new Counts(analysis).rows(take.count()).orElseThrow();
        return input.then(new Plan.Limit(input.plan(), rows)).keepingName(input);
    }
}
