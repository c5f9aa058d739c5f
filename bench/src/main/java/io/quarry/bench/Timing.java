package io.quarry.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** The wall-clock times of repeated runs, in milliseconds. */
public record Timing(String name, List<Double> runs) {
    public Timing {
        runs = List.copyOf(runs);
    }

    /**
     * Runs a task to warm up, as long as is said and once at least, then some times to measure. What is compiled while it runs
     * needs warming up by the second, not by a number of runs.
     */
    public static Timing of(String name, Duration warmUp, int measured, Callable<?> task) throws Exception {
        long warm = System.nanoTime() + warmUp.toNanos();
        do {
            task.call();
        } while (System.nanoTime() < warm);
        List<Double> runs = new ArrayList<>();
        for (int i = 0; i < measured; i++) {
            long start = System.nanoTime();
            task.call();
            runs.add((System.nanoTime() - start) / 1e6);
        }
        return new Timing(name, runs);
    }

    public double median() {
        List<Double> sorted = runs.stream().sorted().toList();
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }

    /** The name, the median, and every run. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%-8s median %8.1f ms   runs ", name, median())
                + runs.stream()
                        .map(run -> String.format(Locale.ROOT, "%.1f", run))
                        .collect(Collectors.joining(" "));
    }
}
