/** AQL syntax to plan: names become columns, calls become chosen functions, clauses become steps. */
package io.quarry.aql.analysis;
