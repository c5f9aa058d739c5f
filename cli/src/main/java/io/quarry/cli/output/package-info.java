/** Result rows as a table for the eye, as NDJSON and as CSV. */
package io.quarry.cli.output;
