package io.quarry.kql;

import io.quarry.kql.syntax.Expression;
import java.util.Optional;

/**
 * A column of {@code summarize} that is no key.
 *
 * @param declared the name that was written
 * @param automatic the name that the expression gives, where none was written
 */
record NamedAggregate(Optional<Expression.Name> declared, Optional<String> automatic, Scalar value) {}
