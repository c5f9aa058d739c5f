/**
 * What can be wrong with a text in KQL, and where that is gathered. Each code has a page in {@code docs/diagnostics}.
 */
package io.quarry.kql.diagnostic;
