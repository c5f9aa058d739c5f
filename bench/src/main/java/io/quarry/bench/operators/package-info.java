/** Single operators over generated events, against DuckDB in the same process. */
package io.quarry.bench.operators;
