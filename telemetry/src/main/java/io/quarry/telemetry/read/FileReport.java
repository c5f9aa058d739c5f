package io.quarry.telemetry.read;

/**
 * What came out of one file that was read.
 *
 * @param format the name of its format
 * @param bytes its size on disk; of standard input, what came
 * @param records events delivered
 * @param problems damages reported
 */
public record FileReport(String file, String format, long bytes, long records, long problems) {}
