package io.quarry.bench;

import io.quarry.bench.clickonce.ClickOnceBenchmark;
import io.quarry.bench.operators.OperatorBenchmark;
import io.quarry.bench.process.ProcessBenchmark;
import java.nio.file.Path;
import java.util.List;

/** Runs the benchmark that the first argument names; see {@code bench/README.md}. */
public final class Bench {
    private static final int PROCESS_EVENTS = 4_000_000;
    private static final int OPERATOR_EVENTS = 8_000_000;
    private static final int USAGE = 3;

    private Bench() {}

    /**
     * @param arguments the project's folder, the benchmark's name, and what it takes
     */
    public static void main(String[] arguments) throws Exception {
        List<String> words = List.of(arguments);
        if (words.size() >= 2 && words.get(1).equals("clickonce")) {
            int rows = words.size() > 2 ? Integer.parseInt(words.get(2)) : PROCESS_EVENTS;
            ClickOnceBenchmark.run(Path.of(words.get(0)), rows);
        } else if (words.size() >= 2 && words.get(1).equals("operators")) {
            int rows = words.size() > 2 ? Integer.parseInt(words.get(2)) : OPERATOR_EVENTS;
            Path queries = Path.of(words.get(0)).resolve("bench/queries/operators");
            OperatorBenchmark.run(queries, rows, words.size() > 3 ? words.get(3) : "");
        } else if (words.size() >= 3 && words.get(1).equals("process")) {
            ProcessBenchmark.run(Path.of(words.get(0)), words.subList(2, words.size()));
        } else {
            System.err.println(
                    "usage: bench/run clickonce [PROCESS_EVENTS] | operators [EVENTS [NAME]] | process EVENTS...");
            System.exit(USAGE);
        }
    }
}
