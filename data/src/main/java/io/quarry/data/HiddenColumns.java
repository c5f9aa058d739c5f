package io.quarry.data;

/**
 * Columns that tables made from telemetry have beside those of their platform. Their names begin with {@code $}, so that no
 * query can name them.
 */
public final class HiddenColumns {
    /** Of every table: the number of the row's event, a long. */
    public static final String EVENT = "$event";

    /** Of every table: the event's own time, a datetime. */
    public static final String TIME = "$time";

    /** Of Sigma's events: all values of the event, as occurrences of one field. */
    public static final String KEYWORDS = "$keywords";

    /** Of Sigma's events: the header's channel, whatever the event's own fields are called. */
    public static final String CHANNEL = "$channel";

    /** Of Sigma's events: the header's event id. */
    public static final String EVENT_ID = "$eventid";

    /** Stands in a text of Sigma's events between two occurrences of a field; a noncharacter, which no data holds. */
    public static final char SEPARATOR = '\uFDD0';

    private HiddenColumns() {}

    /** True if the column is for the engine only. */
    public static boolean isHidden(String name) {
        return name.startsWith("$");
    }
}
