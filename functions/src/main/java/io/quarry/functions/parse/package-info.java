/** Patterns that cut texts into columns: KQL's {@code parse} and {@code parse-kv}. */
package io.quarry.functions.parse;
