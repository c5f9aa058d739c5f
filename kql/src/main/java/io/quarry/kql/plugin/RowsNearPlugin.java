package io.quarry.kql.plugin;

import io.quarry.data.Type;
import io.quarry.kql.analysis.ScalarAnalyzer;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.Projection;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.relation.Scalar;
import io.quarry.plan.Expr;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** {@code rows_near}: the rows that fulfil a condition, with so many rows before and after each. */
final class RowsNearPlugin {
    private static final String TEXT = """
            let numbered = rows | extend ['$at'] = row_number();
            let near = numbered
            | where ['$hit']
            | mv-expand ['$at'] = range(['$at'] - before, ['$at'] + after) to typeof(long)
            | summarize by ['$at'];
            numbered | join kind=leftsemi near on ['$at'] | sort by ['$at'] asc
            """;

    private RowsNearPlugin() {}

    static Relation apply(PluginCall call) {
        Relation input = call.input();
        Scalar condition = new ScalarAnalyzer(call.analysis(), input)
                .condition(call.argument("Condition").orElseThrow());
        Optional<Expr.Literal> before = call.constant("NumRows", Type.LONG);
        Optional<Expr.Literal> after = call.has("RowsAfter") ? call.constant("RowsAfter", Type.LONG) : before;
        if (input.order() == Relation.Order.NONE) {
            call.analysis()
                    .report(
                            KqlCode.WINDOW_MISPLACED,
                            call.span(),
                            "rows_near needs rows in an order",
                            "sort them before, or write serialize");
            return input;
        }
        if (!condition.isKnown() || before.isEmpty() || after.isEmpty()) {
            return input;
        }
        Projection columns = Projection.of(input);
        columns.add("$hit", condition);
        Relation rows = new PluginQuery(call)
                .table("rows", columns.over(input))
                .value("before", Scalar.of(before.get()))
                .value("after", Scalar.of(after.get()))
                .run(TEXT);
        List<String> names = IntStream.range(0, input.schema().size())
                .mapToObj(input.schema()::name)
                .toList();
        return PluginQuery.renamed(rows, names).serialized();
    }
}
