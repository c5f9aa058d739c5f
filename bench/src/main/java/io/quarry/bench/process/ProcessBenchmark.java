package io.quarry.bench.process;

import io.quarry.bench.Machine;
import io.quarry.bench.Timing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times {@code quarry hunt} and {@code quarry query} over telemetry, as whole processes. */
public final class ProcessBenchmark {
    private static final Duration WARM_UP = Duration.ZERO;
    private static final int RUNS = 5;
    private static final String QUERY = "DeviceProcessEvents | summarize n = count() by FileName | top 10 by n";

    /** What the command says on stderr about what it read. */
    private static final Pattern READ = Pattern.compile("read ([0-9,]+) events? from .*\\(([0-9.]+) ([kMG]?B)\\)");

    private final Path root;
    private final List<String> events;

    private ProcessBenchmark(Path root, List<String> events) {
        this.root = root;
        this.events = events;
    }

    /**
     * @param root the project's folder
     * @param events files and folders of telemetry
     */
    public static void run(Path root, List<String> events) throws Exception {
        System.out.println("machine  " + Machine.describe());
        ProcessBenchmark benchmark = new ProcessBenchmark(root, events);
        benchmark.measure("hunt", List.of("hunt"));
        benchmark.measure("query", List.of("query", "-l", "kql", QUERY));
    }

    private void measure(String name, List<String> command) throws Exception {
        String said = start(command);
        Timing timing = Timing.of(name, WARM_UP, RUNS, () -> start(command));
        System.out.println(timing);
        Matcher read = READ.matcher(said);
        if (!read.find()) {
            throw new IllegalStateException("the command does not say what it read: " + said);
        }
        double records = Double.parseDouble(read.group(1).replace(",", ""));
        double megabytes = Double.parseDouble(read.group(2)) * inMegabytes(read.group(3));
        double seconds = timing.median() / 1000;
        System.out.printf(
                Locale.ROOT,
                "         %,.0f records, %.1f MB: %,.0f records/s, %.1f MB/s%n",
                records,
                megabytes,
                records / seconds,
                megabytes / seconds);
    }

    /** Runs the command to its end; what it wrote to stderr. */
    private String start(List<String> command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>();
        words.add(root.resolve("quarry").toString());
        words.addAll(command);
        words.addAll(events);
        Path errors = Files.createTempFile("quarry-bench", ".txt");
        try {
            Process process = new ProcessBuilder(words)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(errors.toFile())
                    .start();
            int exit = process.waitFor();
            String said = Files.readString(errors, StandardCharsets.UTF_8);
            if (exit != 0) {
                throw new IllegalStateException(words + " ended with " + exit + ": " + said);
            }
            return said;
        } finally {
            Files.delete(errors);
        }
    }

    private static double inMegabytes(String unit) {
        return switch (unit) {
            case "kB" -> 1e-3;
            case "GB" -> 1e3;
            case "B" -> 1e-6;
            default -> 1;
        };
    }
}
