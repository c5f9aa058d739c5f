/** The telemetry that ships: a pack's scenarios among ordinary activity, made by code so that anybody can make it again. */
package io.quarry.testing.samples;
