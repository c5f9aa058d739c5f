package io.quarry.telemetry.read;

import java.util.List;

/**
 * What a read found, file by file, in the order of delivery.
 *
 * @param files the files that were read
 * @param skipped what was found and is no telemetry, or was read already
 * @param problems all problems told to the sink: those of the files read, and unreadable or empty files and folders
 */
public record ReadReport(List<FileReport> files, List<SkippedFile> skipped, long problems) {
    public ReadReport {
        files = List.copyOf(files);
        skipped = List.copyOf(skipped);
    }

    /** Events delivered. */
    public long records() {
        return files.stream().mapToLong(FileReport::records).sum();
    }

    /** Sizes of the files that were read, as they are on disk. */
    public long bytes() {
        return files.stream().mapToLong(FileReport::bytes).sum();
    }
}
