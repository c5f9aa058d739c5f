package io.quarry.kql.syntax;

import io.quarry.data.Type;
import io.quarry.plan.Span;

/** {@code name: type}. */
public record ColumnDeclaration(Span span, String name, Type type) {}
