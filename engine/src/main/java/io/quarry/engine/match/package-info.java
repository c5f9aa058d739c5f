/** Sequences of rows that match steps. */
package io.quarry.engine.match;
