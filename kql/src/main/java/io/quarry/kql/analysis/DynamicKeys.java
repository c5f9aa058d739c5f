package io.quarry.kql.analysis;

import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.plan.Span;

/** The platform refuses to group, sort and join by dynamic values. */
public final class DynamicKeys {
    private DynamicKeys() {}

    public static void refuse(Analysis analysis, Span span, String operator) {
        analysis.report(
                KqlCode.DYNAMIC_KEY,
                span,
                operator + " takes no dynamic value as a key",
                "convert it: tostring(), tolong(), ...");
    }
}
