package io.quarry.bench;

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

    /** Runs a task some times to warm up, then some times to measure. */
    public static Timing of(String name, int warmups, int measured, Callable<?> task) throws Exception {
        List<Double> runs = new ArrayList<>();
        for (int i = 0; i < warmups + measured; i++) {
            long start = System.nanoTime();
            task.call();
            if (i >= warmups) {
                runs.add((System.nanoTime() - start) / 1e6);
            }
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
