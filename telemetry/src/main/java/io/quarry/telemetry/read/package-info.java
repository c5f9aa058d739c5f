/** From paths to events: walks folders, unpacks, tells formats apart by content, and reads files in parallel and in order. */
package io.quarry.telemetry.read;
