package io.quarry.kql.operator;

import io.quarry.kql.analysis.Analysis;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.plugin.PluginCall;
import io.quarry.kql.plugin.Plugins;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.syntax.Operator;
import io.quarry.plan.Span;
import io.quarry.plan.Suggestions;
import java.util.Optional;

/** {@code evaluate}: calls a {@link Plugin}. Hints say how a cluster shares the work, and change no answer. */
final class EvaluateOperator {
    private final Analysis analysis;

    EvaluateOperator(Analysis analysis) {
        this.analysis = analysis;
    }

    Relation apply(Operator.Evaluate evaluate, Relation input) {
        String name = evaluate.plugin().function().name();
        Span span = evaluate.plugin().function().span();
        Optional<Plugins.Entry> entry = Plugins.find(name);
        if (entry.isEmpty()) {
            refuse(name, span);
            return Relation.BROKEN;
        }
        if (evaluate.schema().isPresent() && entry.get().output() == Plugins.Output.FIXED) {
            analysis.unsupported(evaluate.schema().get().span(), "a declared output of " + name);
            return Relation.BROKEN;
        }
        return PluginCall.bind(analysis, input, evaluate, entry.get().parameters())
                .map(entry.get().plugin()::apply)
                .orElse(Relation.BROKEN);
    }

    private void refuse(String name, Span span) {
        if (Plugins.isExternal(name)) {
            analysis.unsupported(span, "the plugin " + name + ", which reaches out of the query,");
        } else if (Plugins.names().contains(name)) {
            analysis.unsupported(span, "the plugin " + name);
        } else {
            String[] hints = Suggestions.near(name, Plugins.names()).stream()
                    .map(near -> "did you mean '" + near + "'?")
                    .toArray(String[]::new);
            analysis.report(KqlCode.UNKNOWN_FUNCTION, span, "no plugin '" + name + "'", hints);
        }
    }
}
