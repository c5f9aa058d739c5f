package io.quarry.detect.rule;

import io.quarry.aql.reference.ReferenceData;
import io.quarry.kql.catalog.SideInputs;
import java.util.Objects;

/**
 * What queries are compiled against beside their platform's own tables, each in the terms of its language.
 *
 * @param sideInputs what KQL reads: {@code externaldata}, watchlists
 * @param reference what AQL looks up
 */
public record QueryContext(SideInputs sideInputs, ReferenceData reference) {
    /** Nothing is known of it, since texts are only checked. */
    public static final QueryContext UNKNOWN = new QueryContext(SideInputs.UNKNOWN, ReferenceData.UNKNOWN);

    public QueryContext {
        Objects.requireNonNull(sideInputs, "sideInputs");
        Objects.requireNonNull(reference, "reference");
    }
}
