/** Rewrites of plans that do not change their answer. One small class a rule, listed in {@link io.quarry.engine.rule.Rewriter}. */
package io.quarry.engine.rule;
