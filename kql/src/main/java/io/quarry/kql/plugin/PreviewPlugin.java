package io.quarry.kql.plugin;

import io.quarry.data.Type;
import io.quarry.functions.Functions;
import io.quarry.functions.Language;
import io.quarry.kql.analysis.Analysis;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.syntax.Operator;
import io.quarry.plan.AggregateCall;
import io.quarry.plan.AggregateFunction;
import io.quarry.plan.Expr;
import io.quarry.plan.Plan;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code preview}, which gives two tables: some rows, and the number of all. It can only end a query. */
public final class PreviewPlugin {
    static final String NAME = "preview";
    private static final String ROWS = "NumberOfRows";

    private PreviewPlugin() {}

    public static boolean isCalled(Operator operator) {
        return operator instanceof Operator.Evaluate evaluate
                && evaluate.plugin().function().name().equals(NAME);
    }

    /** The two tables. */
    public static List<Relation> tables(Analysis analysis, Relation input, Operator.Evaluate evaluate) {
        Optional<PluginCall> call = PluginCall.bind(analysis, input, evaluate, List.of(ROWS));
        Optional<Expr.Literal> rows = call.flatMap(bound -> bound.constant(ROWS, Type.LONG));
        if (rows.isEmpty()) {
            return List.of(Relation.BROKEN);
        }
        long most = (long) rows.get().value();
        if (most < 0) {
            analysis.report(
                    KqlCode.INVALID_LITERAL,
                    call.get().argument(ROWS).orElseThrow().span(),
                    "preview takes a number of rows, found " + most);
            return List.of(Relation.BROKEN);
        }
        AggregateFunction count = Functions.aggregate(Language.KQL, "count", List.of())
                .orElseThrow(() -> new IllegalStateException("no count()"));
        AggregateCall all =
                new AggregateCall("Count", count, List.of(), call.get().origin());
        Plan counted = new Plan.Aggregate(input.plan(), List.of(), List.of(all));
        return List.of(
                input.then(new Plan.Limit(input.plan(), most)),
                input.then(counted, Map.of()).closed().unordered());
    }

    /** What stands where more follows. */
    static Relation misplaced(PluginCall call) {
        call.analysis().unsupported(call.span(), "preview inside of a query or before other operators");
        return Relation.BROKEN;
    }
}
