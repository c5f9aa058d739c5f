package io.quarry.kql;

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
