package io.quarry.testing.random;

import io.quarry.functions.Functions;
import io.quarry.functions.Language;
import io.quarry.plan.AggregateFunction;
import io.quarry.plan.ScalarFunction;
import java.util.ArrayList;
import java.util.List;

/** The functions from which random plans choose. */
record RandomFunctions(List<ScalarFunction> scalars, List<AggregateFunction> aggregates) {
    /**
     * All overloads of KQL and AQL whose answer does not change from call to call. Sigma's expect patterns of a form that
     * only its front end makes.
     */
    static RandomFunctions ofRegistry() {
        List<ScalarFunction> scalars = new ArrayList<>();
        List<AggregateFunction> aggregates = new ArrayList<>();
        for (Language language : List.of(Language.KQL, Language.AQL)) {
            for (String name : Functions.names(language)) {
                Functions.scalars(language, name).stream()
                        .filter(ScalarFunction::isDeterministic)
                        .forEach(scalars::add);
            }
            for (String name : Functions.aggregateNames(language)) {
                aggregates.addAll(Functions.aggregates(language, name));
            }
        }
        return new RandomFunctions(scalars, aggregates);
    }
}
