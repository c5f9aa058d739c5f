package io.quarry.kql.relation;

import io.quarry.kql.syntax.Expression;
import java.util.Optional;

/**
 * A column that an item of a list makes.
 *
 * @param declared the name that was written
 * @param automatic the name that the expression gives, where none was written
 */
public record NamedValue(Optional<Expression.Name> declared, Optional<String> automatic, Scalar value) {}
