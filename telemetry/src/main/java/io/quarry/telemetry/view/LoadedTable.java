package io.quarry.telemetry.view;

import io.quarry.data.Table;
import java.util.Set;

/**
 * A finished table.
 *
 * @param unseen rows whose acting process has no start among the events
 * @param emptyColumns columns that are null or empty in every row
 */
record LoadedTable(Table table, long unseen, Set<String> emptyColumns) {}
