/** Runs detections over telemetry and raises alerts. */
package io.quarry.detect.hunt;
