/** Files to events to platform tables: readers turn bytes into {@link io.quarry.telemetry.Event}s, views turn events into rows. */
package io.quarry.telemetry;
