package io.quarry.kql.operator;

import io.quarry.functions.Functions;
import io.quarry.functions.Language;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.syntax.Operator;
import io.quarry.plan.AggregateCall;
import io.quarry.plan.AggregateFunction;
import io.quarry.plan.Origin;
import io.quarry.plan.Plan;
import io.quarry.plan.SourceText;
import io.quarry.plan.Span;
import java.util.List;
import java.util.Map;

/** {@code count}: the number of rows, in a column {@code Count} where no name is given. */
final class CountOperator {
    Relation apply(Operator.Count operator, Relation input) {
        AggregateFunction count = Functions.aggregate(Language.KQL, "count", List.of())
                .orElseThrow(() -> new IllegalStateException("no count()"));
        Origin origin = new Origin(new SourceText("count", "count"), new Span(0, 5));
        String name = operator.name().map(Expression.Name::name).orElse("Count");
        AggregateCall call = new AggregateCall(name, count, List.of(), origin);
        return input.then(new Plan.Aggregate(input.plan(), List.of(), List.of(call)), Map.of())
                .closed()
                .unordered();
    }
}
