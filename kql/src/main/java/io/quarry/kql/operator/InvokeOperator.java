package io.quarry.kql.operator;

import io.quarry.kql.analysis.Analysis;
import io.quarry.kql.analysis.FunctionCalls;
import io.quarry.kql.analysis.TableExpressions;
import io.quarry.kql.catalog.PlatformFunctions;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.relation.Scope;
import io.quarry.kql.source.Enrichments;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.syntax.Operator;
import java.util.Optional;

/** {@code invoke}: calls a function with the piped rows as its first argument. */
final class InvokeOperator {
    private final Analysis analysis;

    InvokeOperator(Analysis analysis) {
        this.analysis = analysis;
    }

    Relation apply(Operator.Invoke invoke, Relation input) {
        Expression.Call call = invoke.call();
        Optional<Scope.Binding> binding = analysis.scope().find(call.function().name());
        if (binding.isPresent() && binding.get() instanceof Scope.Function function) {
            return ofQuery(call, function, input);
        }
        Optional<Relation> enriched = TableExpressions.isTable(call, analysis)
                ? new Enrichments(analysis).invoke(call, input)
                : Optional.empty();
        if (enriched.isPresent()) {
            return enriched.get();
        }
        if (binding.isEmpty() && TableExpressions.isTable(call, analysis)) {
            analysis.unsupported(call.function().span(), call.function().name() + "()");
        } else {
            noFunction(call.function(), binding.isPresent());
        }
        return Relation.BROKEN;
    }

    private Relation ofQuery(Expression.Call call, Scope.Function function, Relation input) {
        if (function.result() == Scope.Function.Result.TABLE) {
            return new FunctionCalls(analysis).table(call, function, input);
        }
        analysis.report(
                KqlCode.TABLE_EXPECTED,
                call.span(),
                call.function().name() + "() gives a single value, and invoke takes a function that gives a table");
        return Relation.BROKEN;
    }

    private void noFunction(Expression.Name name, boolean isVariable) {
        boolean isScalar = isVariable || PlatformFunctions.scalar(name.name()).isPresent();
        analysis.report(
                isScalar ? KqlCode.TABLE_EXPECTED : KqlCode.UNKNOWN_FUNCTION,
                name.span(),
                isScalar ? "'" + name.name() + "' is no function of a table" : "no function '" + name.name() + "'");
    }
}
