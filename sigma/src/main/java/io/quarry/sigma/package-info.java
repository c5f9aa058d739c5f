/** Sigma rules: YAML text to plans over {@code sigma:events}, or diagnostics. */
package io.quarry.sigma;
