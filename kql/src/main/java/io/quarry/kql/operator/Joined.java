package io.quarry.kql.operator;

import io.quarry.data.Schema;
import io.quarry.data.Type;
import io.quarry.kql.relation.Projection;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.relation.UniqueNames;
import io.quarry.kql.type.NullTexts;
import io.quarry.kql.type.Shape;
import io.quarry.plan.Expr;
import io.quarry.plan.JoinKind;
import io.quarry.plan.Origin;
import io.quarry.plan.Plan;
import io.quarry.plan.SourceText;
import io.quarry.plan.Span;
import java.util.List;
import java.util.Set;

/** The rows of two joined tables under KQL's names; texts of rows without a match are empty, not null. */
record Joined(Relation left, Relation right) {
    private static final Origin ORIGIN = new Origin(new SourceText("join", "join"), new Span(0, 4));

    /** @param dropped right columns that do not come out */
    Relation rows(JoinKind kind, List<Expr> leftKeys, List<Expr> rightKeys, Set<String> dropped) {
        Plan plan = new Plan.Join(left.plan(), right.plan(), kind, leftKeys, rightKeys);
        Relation joined = left.then(plan, left.shapes()).unordered();
        if (kind.leftColumnsOnly()) {
            return joined;
        }
        Schema schema = plan.schema();
        int leftSize = left.schema().size();
        boolean leftMisses = kind == JoinKind.RIGHT_OUTER || kind == JoinKind.FULL_OUTER;
        boolean rightMisses = kind == JoinKind.LEFT_OUTER || kind == JoinKind.FULL_OUTER;
        Set<String> leftNames = Set.copyOf(left.schema().names());
        UniqueNames names = new UniqueNames(schema.names());
        Projection columns = new Projection();
        for (int i = 0; i < schema.size(); i++) {
            boolean ofLeft = i < leftSize;
            if (!ofLeft && dropped.contains(schema.name(i))) {
                continue;
            }
            Shape shape = (ofLeft ? left.column(i) : right.column(i - leftSize)).shape();
            Expr value = new Expr.Column(i, schema.type(i));
            if (schema.type(i) == Type.STRING && (ofLeft ? leftMisses : rightMisses)) {
                value = NullTexts.filled(value, ORIGIN);
            }
            String name = schema.name(i);
            boolean taken = !ofLeft && leftNames.contains(name);
            columns.add(taken ? names.takeNumbered(name, 1) : name, new Scalar(value, shape));
        }
        Relation rows = columns.over(joined);
        return right.extent().compareTo(rows.extent()) > 0 ? rows.with(right.extent()) : rows;
    }
}
