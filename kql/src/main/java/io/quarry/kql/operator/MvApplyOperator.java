package io.quarry.kql.operator;

import io.quarry.data.Schema;
import io.quarry.kql.analysis.Analysis;
import io.quarry.kql.analysis.Counts;
import io.quarry.kql.group.Columns;
import io.quarry.kql.group.Groups;
import io.quarry.kql.group.RowNumbers;
import io.quarry.kql.relation.PlanSize;
import io.quarry.kql.relation.Projection;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.syntax.Operator;
import io.quarry.kql.syntax.OperatorParameter;
import io.quarry.kql.type.Shape;
import io.quarry.plan.BagElements;
import io.quarry.plan.Expr;
import io.quarry.plan.NamedExpr;
import io.quarry.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code mv-apply}: a pipe over the elements of each row. Beside what the pipe gives, the row's other columns are repeated. A
 * row without elements vanishes, as does one whose pipe gives nothing.
 */
final class MvApplyOperator {
    private final Analysis analysis;

    MvApplyOperator(Analysis analysis) {
        this.analysis = analysis;
    }

    Relation apply(Operator.MvApply apply, Relation input) {
        Plan numbered = RowNumbers.within(input.plan(), List.of());
        int width = numbered.schema().size();
        Expansion expansion = new Expansion(analysis, input, BagElements.ENTRIES, width);
        expansion.add(apply.items());
        refuseKinds(apply.parameters());
        expansion.index(apply.parameters());
        long limit = apply.limit()
                .map(rows -> new Counts(analysis).rows(rows).orElseThrow())
                .orElse(Long.MAX_VALUE);
        Plan unnested = expansion.of(numbered, limit);
        GroupPipe pipe = new GroupPipe(analysis, apply.pipe());
        Relation result =
                pipe.over(expansion.columns().over(input.then(unnested)).serialized());
        List<NamedExpr> repeated = repeated(input, expansion, result.schema());
        List<NamedExpr> columns = new ArrayList<>(expansion.columns().columns());
        columns.add(new NamedExpr(numbered.schema().name(width - 1), RowNumbers.of(numbered)));
        columns.addAll(repeated);
        Plan rows = new Plan.Project(unnested, columns);
        Plan lifted = pipe.lifted(new Groups(rows, 1, 1 + repeated.size(), analysis.origin(apply.span())));
        return named(lifted, input, expansion, result);
    }

    private void refuseKinds(List<OperatorParameter> parameters) {
        for (OperatorParameter parameter : parameters) {
            if (!parameter.name().equals("with_itemindex") && !parameter.name().startsWith("hint.")) {
                analysis.unsupported(parameter.span(), parameter.name() + " of mv-apply");
            }
        }
    }

    /** The input's columns that come out and that the pipe does not give. */
    private static List<NamedExpr> repeated(Relation input, Expansion expansion, Schema result) {
        return Columns.range(input.plan(), 0, input.schema().size()).stream()
                .filter(column -> !expansion.consumed().contains(column.name()) && result.indexOf(column.name()) < 0)
                .toList();
    }

    /** The input's columns in their places, with the values that the pipe gives where it gives some; then its others. */
    private static Relation named(Plan lifted, Relation input, Expansion expansion, Relation result) {
        Projection columns = new Projection();
        Schema schema = lifted.schema();
        int given = result.schema().size();
        for (String name : input.schema().names()) {
            int ofPipe = result.schema().indexOf(name);
            if (!expansion.consumed().contains(name)) {
                int place = ofPipe >= 0 ? ofPipe : last(schema, name);
                Shape shape = (ofPipe >= 0
                                ? result.column(ofPipe)
                                : input.column(name).orElseThrow())
                        .shape();
                columns.add(name, new Scalar(new Expr.Column(place, schema.type(place)), shape));
            }
        }
        for (int i = 0; i < given; i++) {
            if (columns.indexOf(schema.name(i)) < 0) {
                columns.add(schema.name(i), result.column(i));
            }
        }
        Relation.Extent extent = result.extent().compareTo(input.extent()) > 0 ? result.extent() : input.extent();
        Relation rows = input.then(lifted).with(extent).sized(PlanSize.of(lifted));
        return columns.over(rows).unordered();
    }

    private static int last(Schema schema, String name) {
        int place = schema.size() - 1;
        while (!schema.name(place).equals(name)) {
            place--;
        }
        return place;
    }
}
