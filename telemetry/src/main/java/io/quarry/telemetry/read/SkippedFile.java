package io.quarry.telemetry.read;

/** A file or folder that was found and not read, and why. */
public record SkippedFile(String file, String reason) {}
