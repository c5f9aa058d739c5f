package io.quarry.kql.service;

import io.quarry.plan.Span;

/**
 * What a word of a text is.
 *
 * @param title a signature, or a name with its type
 * @param text what it does or holds; may be empty
 */
public record Hover(Span span, String title, String text) {}
