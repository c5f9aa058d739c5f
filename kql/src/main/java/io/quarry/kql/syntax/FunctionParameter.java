package io.quarry.kql.syntax;

import io.quarry.data.Type;
import io.quarry.plan.Span;
import java.util.List;
import java.util.Optional;

/**
 * A parameter of a function declared by {@code let}.
 *
 * @param type the type of a scalar, empty for a table
 * @param columns the columns that a table must have; empty for {@code (*)} and for scalars
 * @param defaultValue taken where the call has no argument
 */
public record FunctionParameter(
        Span span,
        String name,
        Optional<Type> type,
        List<ColumnDeclaration> columns,
        Optional<Expression> defaultValue) {}
