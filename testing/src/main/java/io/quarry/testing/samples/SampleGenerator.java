package io.quarry.testing.samples;

import io.quarry.detect.scenario.Scenarios;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Makes the samples that ship. {@code scripts/make-samples} runs it. */
public final class SampleGenerator {
    private static final String SCENARIOS = "packs/T1127.002-clickonce/tests";

    private SampleGenerator() {}

    /** @param arguments the project's folder, and the folder to write to */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("expected the project's folder and the folder to write to");
        }
        write(Path.of(arguments[0]), Path.of(arguments[1]));
    }

    /**
     * Writes all samples.
     *
     * @param project has the packs
     * @param samples is made if it is not there; files of the same names are replaced
     */
    static void write(Path project, Path samples) throws IOException {
        List<HostRecords> hosts = ClickOnceSamples.of(Scenarios.readAll(project.resolve(SCENARIOS)));
        SampleFiles.writeEventLogs(samples.resolve("clickonce"), hosts);
        SampleFiles.writeNdjson(samples.resolve("clickonce-ndjson"), hosts);
    }
}
