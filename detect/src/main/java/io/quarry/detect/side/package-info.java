/** The files that queries read beside the telemetry: external data and watchlists. */
package io.quarry.detect.side;
