package io.quarry.bench.operators;

import io.quarry.bench.Answers;
import io.quarry.bench.DuckDb;
import io.quarry.bench.Machine;
import io.quarry.bench.Timing;
import io.quarry.bench.fleet.GeneratedTable;
import io.quarry.data.Platform;
import io.quarry.data.Schema;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * KQL queries of one operator each, and the same questions as hand-written SQL to DuckDB, both over tables in memory and
 * with one and two threads. The answers are compared before anything is measured.
 */
public final class OperatorBenchmark {
    private static final long NOW = Ticks.of(Instant.parse("2024-01-02T00:00:00Z"));
    private static final KqlCatalog CATALOG = KqlCatalog.of(Platform.DEFENDER);
    private static final TableName EVENTS = new TableName(Platform.DEFENDER, "DeviceProcessEvents");
    private static final TableName CERTIFICATES = new TableName(Platform.DEFENDER, "DeviceFileCertificateInfo");
    private static final List<String> EVENT_COLUMNS = List.of(
            "Timestamp",
            "DeviceName",
            "AccountName",
            "FileName",
            "FolderPath",
            "ProcessCommandLine",
            "ProcessId",
            "SHA1",
            "AdditionalFields");
    private static final int CERTIFICATE_ROWS = 100_000;
    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final int RUNS = 9;

    private final Map<TableName, Table> tables;
    private final DuckDb duckDb;

    private OperatorBenchmark(Map<TableName, Table> tables, DuckDb duckDb) {
        this.tables = tables;
        this.duckDb = duckDb;
    }

    /**
     * @param folder pairs of a .kql and a .sql file of one name
     * @param events rows of DeviceProcessEvents
     * @param part only the queries whose name has it
     */
    public static void run(Path folder, int events, String part) throws Exception {
        Map<TableName, Table> tables = Map.of(
                EVENTS, GeneratedTable.make(columns(EVENTS, EVENT_COLUMNS), events, 1, NOW),
                CERTIFICATES,
                        GeneratedTable.make(
                                columns(CERTIFICATES, List.of("SHA1", "Signer")), CERTIFICATE_ROWS, 2, NOW));
        try (DuckDb duckDb = DuckDb.inMemory()) {
            for (Map.Entry<TableName, Table> table : tables.entrySet()) {
                duckDb.load(table.getKey().name(), table.getValue());
            }
            System.out.println("machine  " + Machine.describe());
            System.out.println("against  DuckDB " + duckDb.version() + ", in memory");
            System.out.println("data     " + events + " process events, " + CERTIFICATE_ROWS + " certificates");
            System.out.println("ratio    DuckDB's median over ours; above 1 we are faster");
            OperatorBenchmark benchmark = new OperatorBenchmark(tables, duckDb);
            for (Path kql : queries(folder, part)) {
                benchmark.run(kql);
            }
        }
    }

    private static List<Path> queries(Path folder, String part) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".kql"))
                    .filter(file -> file.getFileName().toString().contains(part))
                    .sorted()
                    .toList();
        }
    }

    private static Schema columns(TableName table, List<String> names) {
        Schema all = CATALOG.table(table.name()).orElseThrow();
        return new Schema(
                names.stream().map(name -> all.fields().get(all.indexOf(name))).toList());
    }

    private void run(Path kql) throws Exception {
        String name = kql.getFileName().toString().replace(".kql", "");
        Plan plan = Kql.compile(new SourceText(name, Files.readString(kql)), CATALOG)
                .orThrow();
        String sql = Files.readString(kql.resolveSibling(name + ".sql"));
        int rows = Answers.requireEqual(Engine.run(plan, tables::get, options(2)), duckDb.query(sql));
        for (int threads = 1; threads <= 2; threads++) {
            RunOptions options = options(threads);
            duckDb.useThreads(threads);
            Timing ours = Timing.of("quarry", WARM_UP, RUNS, () -> Engine.run(plan, tables::get, options));
            Timing theirs = Timing.of("duckdb", WARM_UP, RUNS, () -> duckDb.query(sql));
            System.out.printf(
                    Locale.ROOT,
                    "%-22s %d thread%s  %7d rows  quarry %8.1f ms  duckdb %8.1f ms  ratio %5.2f%n",
                    name,
                    threads,
                    threads == 1 ? " " : "s",
                    rows,
                    ours.median(),
                    theirs.median(),
                    theirs.median() / ours.median());
        }
    }

    private static RunOptions options(int threads) {
        return RunOptions.at(NOW).withThreads(threads);
    }
}
