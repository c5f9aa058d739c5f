/**
 * Scenarios: short YAML files that say what happens on a host, which signals it must leave and which branches of a
 * detection must fire; and the events that the host's logs would hold.
 */
package io.quarry.detect.scenario;
