package io.quarry.detect.rule;

import io.quarry.aql.catalog.AqlReadings;
import io.quarry.aql.reference.ReferenceData;
import io.quarry.kql.catalog.SideInputs;
import io.quarry.telemetry.view.CustomProperty;
import java.util.List;
import java.util.Objects;

/**
 * What queries are compiled against beside their platform's own tables, each in the terms of its language.
 *
 * @param sideInputs what KQL reads: {@code externaldata}, watchlists
 * @param reference what AQL looks up
 * @param properties the custom properties that QRadar's events have besides those that are always there
 * @param readings how AQL is read where its documentation leaves that open
 */
public record QueryContext(
        SideInputs sideInputs, ReferenceData reference, List<CustomProperty> properties, AqlReadings readings) {
    /** Nothing is known of it, since texts are only checked. */
    public static final QueryContext UNKNOWN =
            new QueryContext(SideInputs.UNKNOWN, ReferenceData.UNKNOWN, List.of(), AqlReadings.STANDARD);

    public QueryContext {
        Objects.requireNonNull(sideInputs, "sideInputs");
        Objects.requireNonNull(reference, "reference");
        properties = List.copyOf(properties);
        Objects.requireNonNull(readings, "readings");
    }

    /** This context with these custom properties. */
    public QueryContext with(List<CustomProperty> declared) {
        return new QueryContext(sideInputs, reference, declared, readings);
    }

    /** This context with these readings. */
    public QueryContext with(AqlReadings decided) {
        return new QueryContext(sideInputs, reference, properties, decided);
    }

    /** This context with other data for AQL to look things up in. */
    public QueryContext with(ReferenceData data) {
        return new QueryContext(sideInputs, data, properties, readings);
    }
}
