package io.quarry.aql.analysis;

import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.aql.diagnostic.Findings;
import io.quarry.aql.syntax.Expression;
import io.quarry.aql.syntax.Query;
import io.quarry.plan.Suggestions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What {@code PARAMETERS} says of the way in which a search is run. */
final class SearchParameters {
    private static final String TIME_LIMIT = "EXECUTIONTIMELIMIT";

    private static final List<String> KNOWN =
            List.of(TIME_LIMIT, "REMOTESERVERS", "EXCLUDESERVERS", "PROGRESSDETAILSRESOLUTION", "SNAPSHOTSIZE");

    private SearchParameters() {}

    /** How long the search may take, if the parameters say it; those that have no effect here are reported. */
    static Optional<Duration> timeLimit(List<Query.Parameter> parameters, Findings findings) {
        Optional<Duration> limit = Optional.empty();
        for (Query.Parameter parameter : parameters) {
            if (parameter.name().equalsIgnoreCase(TIME_LIMIT)) {
                limit = millis(parameter, findings);
            } else {
                ignored(parameter, findings);
            }
        }
        return limit;
    }

    private static void ignored(Query.Parameter parameter, Findings findings) {
        boolean isKnown = KNOWN.contains(parameter.name().toUpperCase(Locale.ROOT));
        List<String> near =
                isKnown ? List.of() : Suggestions.near(parameter.name().toUpperCase(Locale.ROOT), KNOWN);
        findings.add(
                AqlCode.IGNORED_PARAMETER,
                parameter.span(),
                parameter.name() + " has no effect outside QRadar",
                near.stream().map(name -> "did you mean " + name + "?").toArray(String[]::new));
    }

    private static Optional<Duration> millis(Query.Parameter parameter, Findings findings) {
        if (parameter.value().bare() instanceof Expression.Whole whole && whole.value() > 0) {
            return Optional.of(Duration.ofMillis(whole.value()));
        }
        findings.add(
                AqlCode.NOT_CONVERTIBLE,
                parameter.value().span(),
                TIME_LIMIT + " takes a number of milliseconds, more than 0");
        return Optional.empty();
    }
}
