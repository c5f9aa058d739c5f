package io.quarry.kql.analysis;

import io.quarry.data.Type;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.syntax.FunctionParameter;
import io.quarry.kql.type.Conversions;
import io.quarry.plan.Expr;
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
        Scalar value = new Literals(analysis).byDefault(parameter.defaultValue().get());
        boolean fits = value.type() == type || value.type().isNumeric() && type.isNumeric();
        Optional<Expr> converted = value.isKnown() && fits
                ? Conversions.convert(value.expr(), type, analysis.origin(parameter.span()))
                : Optional.empty();
        if (value.isKnown() && converted.isEmpty()) {
            analysis.report(
                    KqlCode.WRONG_TYPE,
                    parameter.defaultValue().get().span(),
                    "the parameter '" + parameter.name() + "' has type " + type.label() + ", found "
                            + value.type().label());
        }
        return converted.map(Scalar::of).orElse(Scalar.unknown(type));
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
