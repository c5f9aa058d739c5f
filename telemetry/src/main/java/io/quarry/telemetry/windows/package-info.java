/**
 * The Windows event as such: how its parts become an {@link io.quarry.telemetry.Event}, and the reader of event XML.
 */
package io.quarry.telemetry.windows;
