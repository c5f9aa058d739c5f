/** Packs, scenarios, replay and alerts: everything that makes a detection out of queries. */
package io.quarry.detect;
