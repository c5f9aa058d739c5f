package io.quarry.bench.clickonce;

import io.quarry.bench.Answers;
import io.quarry.bench.DuckDb;
import io.quarry.bench.Machine;
import io.quarry.bench.Timing;
import io.quarry.bench.fleet.GeneratedTable;
import io.quarry.data.Batch;
import io.quarry.data.Platform;
import io.quarry.data.Table;
import io.quarry.data.TableName;
import io.quarry.data.Ticks;
import io.quarry.engine.Engine;
import io.quarry.engine.RunOptions;
import io.quarry.kql.Kql;
import io.quarry.kql.catalog.KqlCatalog;
import io.quarry.plan.Plan;
import io.quarry.plan.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The pack's KQL, as it ships, over generated tables, and the same question as SQL to DuckDB. The answers are compared
 * before anything is measured.
 */
public final class ClickOnceBenchmark {
    private static final long NOW = Ticks.of(Instant.parse("2024-01-02T00:00:00Z"));
    private static final int THREADS = 2;
    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final int RUNS = 7;
    private static final Path KQL = Path.of("packs/T1127.002-clickonce/defender.kql");
    private static final Path SQL = Path.of("bench/queries/clickonce.sql");

    private final Plan plan;
    private final Map<TableName, Table> tables = new HashMap<>();
    private final int processEvents;

    private ClickOnceBenchmark(Plan plan, int processEvents) {
        this.plan = plan;
        this.processEvents = processEvents;
    }

    /**
     * @param root the project's folder
     * @param processEvents rows of DeviceProcessEvents; the network and file tables have a quarter each
     */
    public static void run(Path root, int processEvents) throws Exception {
        String text = Files.readString(root.resolve(KQL));
        Plan plan = Kql.compile(new SourceText("defender.kql", text), KqlCatalog.of(Platform.DEFENDER))
                .orThrow();
        new ClickOnceBenchmark(plan, processEvents).run(Files.readString(root.resolve(SQL)));
    }

    private void run(String sql) throws Exception {
        generate(Engine.prepare(plan, options()));
        Path folder = Files.createTempDirectory("quarry-bench");
        try (DuckDb duckDb = DuckDb.inFile(folder.resolve("clickonce.duckdb"))) {
            duckDb.useThreads(THREADS);
            for (Map.Entry<TableName, Table> table : tables.entrySet()) {
                duckDb.load(table.getKey().name(), table.getValue());
            }
            System.out.println("machine  " + Machine.describe());
            System.out.println("against  DuckDB " + duckDb.version() + ", its own file, " + THREADS + " threads each");
            int rows = Answers.requireEqual(Engine.run(plan, tables::get, options()), duckDb.query(sql));
            System.out.println("data     " + description());
            System.out.println("answer   " + rows + " rows, equal");
            Timing quarry = Timing.of("quarry", WARM_UP, RUNS, () -> Engine.run(plan, tables::get, options()));
            Timing other = Timing.of("duckdb", WARM_UP, RUNS, () -> duckDb.query(sql));
            System.out.println(quarry);
            System.out.println(other);
            System.out.printf(
                    Locale.ROOT, "ratio    %.1f (DuckDB's median over ours)%n", other.median() / quarry.median());
        } finally {
            delete(folder);
        }
    }

    private static RunOptions options() {
        return RunOptions.at(NOW).withThreads(THREADS);
    }

    /** Fills each table that the plan scans, with the columns that it reads. */
    private void generate(Plan step) {
        if (step instanceof Plan.Scan scan) {
            boolean isProcess = scan.table().name().equals("DeviceProcessEvents");
            Table known = tables.get(scan.table());
            var schema = scan.schema();
            if (known != null) {
                List<io.quarry.data.Field> more = schema.fields().stream()
                        .filter(field -> known.schema().indexOf(field.name()) < 0)
                        .toList();
                schema = known.schema().plus(more);
            }
            int rows = isProcess ? processEvents : processEvents / 4;
            tables.put(
                    scan.table(),
                    GeneratedTable.make(schema, rows, scan.table().name().hashCode(), NOW));
        }
        step.inputs().forEach(this::generate);
    }

    private String description() {
        long rows = tables.values().stream()
                .mapToLong(table ->
                        table.read(List.of()).stream().mapToLong(Batch::rows).sum())
                .sum();
        return rows + " rows in " + tables.size() + " tables, " + processEvents
                + " of them process events, segments of " + GeneratedTable.SEGMENT_ROWS;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
