package io.quarry.kql;

import io.quarry.plan.Span;

/** The platform refuses to group, sort and join by dynamic values. */
final class DynamicKeys {
    private DynamicKeys() {}

    static void refuse(Analysis analysis, Span span, String operator) {
        analysis.report(
                KqlCode.DYNAMIC_KEY,
                span,
                operator + " takes no dynamic value as a key",
                "convert it: tostring(), tolong(), ...");
    }
}
