package io.quarry.kql.type;

import io.quarry.data.Type;
import io.quarry.plan.Expr;
import io.quarry.plan.Origin;
import java.util.List;

/** KQL has no null texts: where a step of a plan may give one, the empty text takes its place. */
public final class NullTexts {
    private NullTexts() {}

    public static Expr filled(Expr text, Origin origin) {
        return Overloads.call("coalesce", List.of(text, new Expr.Literal(Type.STRING, "")), origin)
                .orElseThrow(() -> new IllegalStateException("no coalesce() of texts"));
    }

    /** What stands in a cell that has no value. */
    public static Expr missing(Type type) {
        return new Expr.Literal(type, type == Type.STRING ? "" : null);
    }
}
