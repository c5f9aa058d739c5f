/** Runs plans over batches of columns, on one machine and in memory. Start at {@link io.quarry.engine.Engine}. */
package io.quarry.engine;
