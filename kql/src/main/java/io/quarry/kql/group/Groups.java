package io.quarry.kql.group;

import io.quarry.kql.type.Overloads;
import io.quarry.plan.AggregateCall;
import io.quarry.plan.AggregateFunction;
import io.quarry.plan.Expr;
import io.quarry.plan.JoinKind;
import io.quarry.plan.NamedExpr;
import io.quarry.plan.Origin;
import io.quarry.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows that belong to groups. The last columns say of which group a row is: first its keys, then columns that are the same in
 * all rows of the group.
 *
 * @param keys how many columns are keys
 * @param width how many columns are of the group, keys among them
 */
public record Groups(Plan rows, int keys, int width, Origin origin) {
    /** The keys of a plan whose group follows after so many columns. */
    List<Expr> keysOf(Plan plan, int before) {
        return Columns.range(plan, before, before + keys).stream()
                .map(NamedExpr::expr)
                .toList();
    }

    /** One row a group. */
    private Plan all() {
        int before = rows.schema().size() - width;
        return aggregate(rows, before, Columns.range(rows, before, before + keys), List.of());
    }

    /**
     * An aggregation within groups: keys, calls, and after them the columns that are the same in a group.
     *
     * @param before how many columns of the input stand before those of the group
     */
    Plan aggregate(Plan input, int before, List<NamedExpr> groupKeys, List<AggregateCall> calls) {
        List<AggregateCall> all = new ArrayList<>(calls);
        for (NamedExpr same : Columns.range(input, before + keys, before + width)) {
            Overloads.Match<AggregateFunction> any = Overloads.aggregate("take_any", List.of(same.expr()), origin)
                    .orElseThrow(() -> new IllegalStateException(
                            "no take_any of a " + same.expr().type()));
            all.add(new AggregateCall(same.name(), any.function(), any.arguments(), origin));
        }
        return new Plan.Aggregate(input, groupKeys, all);
    }

    /** The rows of a plan once for each group. */
    Plan each(Plan plan) {
        return each(all(), plan);
    }

    /**
     * The rows of a plan once for each group that has no row in another.
     *
     * @param before how many columns of the other stand before those of the group
     */
    Plan eachWithout(Plan other, int before, Plan plan) {
        Plan all = all();
        return each(new Plan.Join(all, other, JoinKind.LEFT_ANTI, keysOf(all, 0), keysOf(other, before)), plan);
    }

    private Plan each(Plan some, Plan plan) {
        Plan joined = new Plan.Join(some, plan, JoinKind.INNER, List.of(), List.of());
        return Columns.select(
                joined, List.of(Columns.range(joined, width, joined.schema().size()), Columns.range(joined, 0, width)));
    }
}
