/** What can be wrong with an AQL query, and the collector of it. */
package io.quarry.aql.diagnostic;
