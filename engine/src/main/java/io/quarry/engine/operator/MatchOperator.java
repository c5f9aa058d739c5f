package io.quarry.engine.operator;

import io.quarry.engine.match.Matcher;
import io.quarry.engine.run.RunContext;
import io.quarry.engine.window.Partitions;
import io.quarry.plan.Plan;

/** Finds sequences of rows. All rows are held, and those that come out. */
final class MatchOperator {
    private static final int ROWS_BETWEEN_CHECKS = 1024;
    private static final long BYTES_OF_VALUE = 16;

    private final Plan.Match match;
    private final Pipeline input;
    private final RunContext context;

    MatchOperator(Plan.Match match, Pipeline input, RunContext context) {
        this.match = match;
        this.input = input;
        this.context = context;
    }

    /** Reads the input and gives the rows that match steps. */
    HeldRows run() {
        KeyedRows keyed = KeyedRows.read("match", input, match.input().schema(), match.partitionKeys(), context);
        Partitions partitions = keyed.partitions();
        Matcher matcher = new Matcher(match, keyed.rows());
        for (int partition = 0; partition < partitions.count(); partition++) {
            for (int place = partitions.start(partition); place < partitions.end(partition); place++) {
                if (place % ROWS_BETWEEN_CHECKS == 0) {
                    context.cancelToken().check();
                    keyed.held().reserve(matcher.newValues() * BYTES_OF_VALUE);
                }
                matcher.take(partitions.row(place));
            }
            matcher.endPartition();
        }
        keyed.held().replace(matcher.result());
        return keyed.held();
    }
}
