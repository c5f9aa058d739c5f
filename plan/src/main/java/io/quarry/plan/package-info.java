/**
 * What all languages compile to, and how they say what is wrong: source text, spans, diagnostics; typed expressions and
 * the sealed {@link io.quarry.plan.Plan}. Knows no file, no thread and no language.
 */
package io.quarry.plan;
