package io.quarry.kql.syntax;

import io.quarry.plan.Span;

/**
 * {@code name=value} after an operator's name: {@code kind=inner}, {@code withsource=Table}, {@code hint.strategy=broadcast}.
 *
 * @param value the value as a word; a literal as it is written
 * @param valueSpan where the value stands
 */
public record OperatorParameter(Span span, String name, String value, Span valueSpan) {}
