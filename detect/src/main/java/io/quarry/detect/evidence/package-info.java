/** Follows every row of a result back to the events that made it. */
package io.quarry.detect.evidence;
