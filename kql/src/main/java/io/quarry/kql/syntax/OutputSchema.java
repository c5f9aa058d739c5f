package io.quarry.kql.syntax;

import io.quarry.plan.Span;
import java.util.List;
import java.util.Optional;

/**
 * The columns that a plugin is said to give: {@code : (*, name: type)}.
 *
 * @param star stands for the columns that come in
 */
public record OutputSchema(Span span, Optional<Expression.Star> star, List<ColumnDeclaration> columns) {}
