package io.quarry.kql.operator;

import io.quarry.data.Type;
import io.quarry.kql.analysis.Analysis;
import io.quarry.kql.analysis.Counts;
import io.quarry.kql.analysis.DynamicKeys;
import io.quarry.kql.relation.Projection;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.relation.WindowCollector;
import io.quarry.kql.syntax.Operator;
import io.quarry.kql.syntax.Ordering;
import io.quarry.plan.Plan;
import io.quarry.plan.SortKey;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** {@code sort}, {@code order} and {@code top}: descending where nothing is said; nulls are the smallest. */
final class SortOperator {
    private final Analysis analysis;

    SortOperator(Analysis analysis) {
        this.analysis = analysis;
    }

    Relation apply(Operator.Sort sort, Relation input) {
        return sorted(sort.keys(), input, OptionalLong.empty());
    }

    Relation apply(Operator.Top top, Relation input) {
        return sorted(List.of(top.key()), input, new Counts(analysis).rows(top.count()));
    }

    private Relation sorted(List<Ordering> orderings, Relation input, OptionalLong limit) {
        List<SortKey> keys = new ArrayList<>();
        WindowCollector windows = new WindowCollector(input);
        for (Ordering ordering : orderings) {
            Scalar key = analysis.scalar(Projection.value(ordering.key()), windows.row());
            refuseDynamic(key, ordering, limit);
            SortKey.Nulls smallest =
                    ordering.direction() == SortKey.Direction.ASCENDING ? SortKey.Nulls.FIRST : SortKey.Nulls.LAST;
            keys.add(new SortKey(
                    key.expr(), ordering.direction(), ordering.nulls().orElse(smallest)));
        }
        Relation rows = windows.rows();
        Relation sorted = rows.then(new Plan.Sort(rows.plan(), keys, limit)).serialized();
        return rows == input ? sorted : Projection.of(input).over(sorted);
    }

    /** The platform refuses to sort by a dynamic value, and yet takes the first by one. */
    private void refuseDynamic(Scalar key, Ordering ordering, OptionalLong limit) {
        if (!key.isKnown() || key.type() != Type.DYNAMIC) {
            return;
        }
        if (limit.isPresent()) {
            analysis.unsupported(ordering.key().span(), "'top' by a dynamic value");
        } else {
            DynamicKeys.refuse(analysis, ordering.key().span(), "sort");
        }
    }
}
