package io.quarry.kql.operator;

import io.quarry.kql.analysis.Analysis;
import io.quarry.kql.relation.PlanSize;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.syntax.Operator;
import io.quarry.plan.JoinKind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code lookup}: a join that keeps unmatched left rows where nothing is said, without the right key columns. */
final class LookupOperator {
    private final Analysis analysis;

    LookupOperator(Analysis analysis) {
        this.analysis = analysis;
    }

    Relation apply(Operator.Lookup lookup, Relation left) {
        Relation right = analysis.table(lookup.right());
        JoinKeys keys = new JoinKeys(analysis, left, right);
        lookup.conditions().forEach(keys::add);
        boolean inner = JoinOperator.kind(analysis, lookup.parameters(), Set.of("leftouter", "inner"))
                .filter("inner"::equals)
                .isPresent();
        return new Joined(left, right)
                .rows(
                        inner ? JoinKind.INNER : JoinKind.LEFT_OUTER,
                        keys.left(),
                        keys.right(),
                        new HashSet<>(keys.rightNames()))
                .sized(PlanSize.over(List.of(left.size(), right.size())).next());
    }
}
