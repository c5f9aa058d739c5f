/** What one run of a plan shares: its threads, its memory budget, its cancellation. */
package io.quarry.engine.run;
