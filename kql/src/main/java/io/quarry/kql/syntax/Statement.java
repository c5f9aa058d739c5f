package io.quarry.kql.syntax;

import io.quarry.kql.syntax.Expression.Name;
import io.quarry.plan.Span;
import java.util.List;
import java.util.Optional;

/** A statement of a query; statements are divided by semicolons. */
public sealed interface Statement {
    Span span();

    /** {@code let name = value}. */
    record Let(Span span, Name name, Expression value) implements Statement {}

    /** {@code let name = (parameters) { body }}, or {@code let name = view () { body }}. */
    record LetFunction(
            Span span, Name name, Visibility visibility, List<FunctionParameter> parameters, List<Statement> body)
            implements Statement {
        /** Whether names with wildcards stand for the function too. */
        public enum Visibility {
            BY_NAME,
            VIEW
        }

        /** True if {@code union *} reads what the function gives. */
        public boolean isView() {
            return visibility == Visibility.VIEW && parameters.isEmpty();
        }
    }

    /** {@code set option} or {@code set option = value}. */
    record SetOption(Span span, Name option, Optional<Expression> value) implements Statement {}

    /** {@code declare query_parameters (name: type = default, ...)}. */
    record QueryParameters(Span span, List<FunctionParameter> parameters) implements Statement {}

    /** An expression: the answer, if it is tabular. */
    record Query(Span span, Expression expression) implements Statement {}

    /** A statement that is known by name and not parsed further. */
    record Foreign(Span span, Span keyword, String name) implements Statement {}
}
