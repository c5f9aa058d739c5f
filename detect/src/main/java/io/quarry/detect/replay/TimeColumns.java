package io.quarry.detect.replay;

import io.quarry.data.Field;
import io.quarry.data.HiddenColumns;
import io.quarry.data.TableName;
import io.quarry.data.Type;
import java.util.Set;

/** Which columns of the platforms' tables hold the event's own time. */
final class TimeColumns {
    /** The hidden column of every table made from telemetry: the event's time as a datetime. */
    static final Field HIDDEN = new Field(HiddenColumns.TIME, Type.DATETIME);

    private static final Set<String> QRADAR = Set.of("starttime", "endtime", "devicetime");

    private TimeColumns() {}

    /** True if the column is what the platform's time windows select on. */
    static boolean isTime(TableName table, String column) {
        return column.equals(HIDDEN.name())
                || switch (table.platform()) {
                    case DEFENDER, UNIFIED -> column.equals("Timestamp") || column.equals("TimeGenerated");
                    case SENTINEL -> column.equals("TimeGenerated");
                    case QRADAR -> QRADAR.contains(column);
                    case SIGMA -> false;
                };
    }
}
