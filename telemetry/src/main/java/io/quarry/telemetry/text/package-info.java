/** Text files as bytes: what the readers of text formats share. */
package io.quarry.telemetry.text;
