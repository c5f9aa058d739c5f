/** Conformance runs: our answers against those of independent implementations, record by record and query by query. */
package io.quarry.bench.conformance;
