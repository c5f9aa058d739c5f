package io.quarry.kql.analysis;

import io.quarry.data.Type;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.syntax.FunctionParameter;
import java.util.Optional;

/** The parameters that a query declares: their values are given with the query, else the declaration has them. */
final class QueryParameters {
    private final Analysis analysis;

    QueryParameters(Analysis analysis) {
        this.analysis = analysis;
    }

    Scalar value(FunctionParameter parameter) {
        Type type = parameter.type().orElseThrow();
        Optional<String> given = analysis.catalog().parameter(parameter.name());
        if (given.isPresent()) {
            return given(parameter, type, given.get());
        }
        if (parameter.defaultValue().isEmpty()) {
            analysis.report(
                    KqlCode.QUERY_PARAMETER,
                    parameter.span(),
                    "the parameter '" + parameter.name() + "' has no value",
                    "give one with --param " + parameter.name() + "=VALUE, or declare a default");
            return Scalar.unknown(type);
        }
        return new Literals(analysis).byDefault(parameter);
    }

    private Scalar given(FunctionParameter parameter, Type type, String text) {
        Optional<Object> value = type == Type.STRING ? Optional.of(text) : Literals.parse(type, text);
        if (value.isEmpty()) {
            analysis.report(
                    KqlCode.QUERY_PARAMETER,
                    parameter.span(),
                    "the parameter '" + parameter.name() + "' has type " + type.label() + ", and '" + text
                            + "' is none");
            return Scalar.unknown(type);
        }
        return Scalar.literal(type, value.get());
    }
}
