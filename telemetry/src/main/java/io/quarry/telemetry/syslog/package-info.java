/** Syslog messages as a collector keeps them, and the Windows events, LEEF and CEF that they carry. */
package io.quarry.telemetry.syslog;
