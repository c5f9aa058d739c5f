package io.quarry.kql.plugin;

import io.quarry.data.Type;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.Projection;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.relation.UniqueNames;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.type.Overloads;
import io.quarry.plan.Expr;
import java.util.ArrayList;
import java.util.List;

/** {@code dcount_intersect}: how many values the first of several {@code hll} states has, the first two in common, and on. */
final class DcountIntersectPlugin {
    private static final int LEAST = 2;
    private static final int MOST = 16;

    private DcountIntersectPlugin() {}

    static Relation apply(PluginCall call) {
        List<Expression> arguments = call.arguments("hll");
        if (arguments.size() < LEAST || arguments.size() > MOST) {
            call.analysis()
                    .report(
                            KqlCode.WRONG_ARGUMENT_COUNT,
                            call.span(),
                            call.name() + " takes " + LEAST + " to " + MOST + " arguments, found " + arguments.size());
            return call.broken();
        }
        Relation input = call.input();
        Projection columns = Projection.of(input);
        UniqueNames names = new UniqueNames(input.schema().names());
        List<Expr> states = new ArrayList<>();
        for (Expression argument : arguments) {
            Scalar state = call.analysis().scalar(argument, input);
            if (!state.isKnown()) {
                return call.broken();
            }
            if (state.type() != Type.DYNAMIC) {
                call.analysis()
                        .report(
                                KqlCode.WRONG_TYPE,
                                argument.span(),
                                call.name() + " takes states that hll() makes, found "
                                        + state.type().label());
                return call.broken();
            }
            String name = names.take("s" + states.size());
            states.add(state.expr());
            columns.add(name, Scalar.of(inCommon(call, List.copyOf(states))));
        }
        return columns.over(input);
    }

    private static Expr inCommon(PluginCall call, List<Expr> states) {
        return Overloads.call("dcount_hll in common", states, call.origin())
                .orElseThrow(() -> new IllegalStateException("no count of what states have in common"));
    }
}
