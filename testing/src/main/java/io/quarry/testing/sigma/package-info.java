/** Collected Sigma rules. */
package io.quarry.testing.sigma;
