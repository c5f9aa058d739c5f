package io.quarry.kql.syntax;

import io.quarry.plan.SortKey;
import java.util.Optional;

/** A key of {@code sort} or {@code top}, with what is said of its direction and nulls. */
public record Ordering(Expression key, SortKey.Direction direction, Optional<SortKey.Nulls> nulls) {}
