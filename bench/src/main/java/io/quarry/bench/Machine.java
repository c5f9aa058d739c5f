package io.quarry.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What a benchmark ran on, in one line. */
public final class Machine {
    private Machine() {}

    public static String describe() {
        Runtime runtime = Runtime.getRuntime();
        return processor() + ", " + runtime.availableProcessors() + " cores, Java " + System.getProperty("java.version")
                + ", heap " + (runtime.maxMemory() >> 20) + " MB, " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch");
    }

    private static String processor() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown processor");
        } catch (IOException e) {
            return "unknown processor";
        }
    }
}
