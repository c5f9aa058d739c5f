package io.quarry.functions;

import io.quarry.data.Type;
import io.quarry.plan.AggregateFunction;
import io.quarry.plan.ScalarFunction;
import io.quarry.plan.Signature;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The registry of functions, by language and name. Operators are functions too, named as written: {@code "=="},
 * {@code "has_any"}, {@code "matches regex"}.
 */
public final class Functions {
    private Functions() {}

    /** The overloads of a scalar function; empty if the language has none of that name. */
    public static List<ScalarFunction> scalars(Language language, String name) {
        return switch (language) {
            case KQL -> FunctionTable.kqlScalar(name);
            case AQL -> FunctionTable.aqlScalar(name.toUpperCase(Locale.ROOT));
            case SIGMA -> FunctionTable.sigmaScalar(name);
        };
    }

    /** The overload that takes arguments of exactly these types. */
    public static Optional<ScalarFunction> scalar(Language language, String name, List<Type> argumentTypes) {
        return scalars(language, name).stream()
                .filter(function -> takes(function.signature(), argumentTypes))
                .findFirst();
    }

    /** The overloads of an aggregate function; empty if the language has none of that name. */
    public static List<AggregateFunction> aggregates(Language language, String name) {
        return switch (language) {
            case KQL -> FunctionTable.kqlAggregate(name);
            case AQL -> FunctionTable.aqlAggregate(name.toUpperCase(Locale.ROOT));
            case SIGMA -> FunctionTable.sigmaAggregate(name);
        };
    }

    /** The overload that takes arguments of exactly these types. */
    public static Optional<AggregateFunction> aggregate(Language language, String name, List<Type> argumentTypes) {
        return aggregates(language, name).stream()
                .filter(function -> takes(function.signature(), argumentTypes))
                .findFirst();
    }

    /** The names of all scalar functions, sorted. */
    public static List<String> names(Language language) {
        return switch (language) {
            case KQL -> FunctionTable.KQL_SCALARS;
            case AQL -> FunctionTable.AQL_SCALARS;
            case SIGMA -> FunctionTable.SIGMA_SCALARS;
        };
    }

    /** The names of all aggregate functions, sorted. */
    public static List<String> aggregateNames(Language language) {
        return switch (language) {
            case KQL -> FunctionTable.KQL_AGGREGATES;
            case AQL -> FunctionTable.AQL_AGGREGATES;
            case SIGMA -> FunctionTable.SIGMA_AGGREGATES;
        };
    }

    /** The words about every scalar function. */
    public static List<Documentation> documentation() {
        return FunctionReference.SCALARS;
    }

    /** The words about every aggregate function. */
    public static List<Documentation> aggregateDocumentation() {
        return FunctionReference.AGGREGATES;
    }

    private static boolean takes(Signature signature, List<Type> argumentTypes) {
        if (!signature.takes(argumentTypes.size())) {
            return false;
        }
        for (int i = 0; i < argumentTypes.size(); i++) {
            if (signature.parameter(i) != argumentTypes.get(i)) {
                return false;
            }
        }
        return true;
    }
}
