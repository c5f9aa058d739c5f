/** Runs detections over telemetry of the past as their platform would have run them at the time. */
package io.quarry.detect.replay;
