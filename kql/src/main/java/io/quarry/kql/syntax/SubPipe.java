package io.quarry.kql.syntax;

import io.quarry.plan.Span;
import java.util.List;

/** Operators in parentheses, at least one, which work on rows that the operator around them gives. */
public record SubPipe(Span span, List<Operator> operators) {}
