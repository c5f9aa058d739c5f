/** AQL as written: tokens, the syntax tree with its spans, and the parser. Knows no column and no function. */
package io.quarry.aql.syntax;
