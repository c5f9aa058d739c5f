package io.quarry.telemetry.view;

import io.quarry.data.Batch;
import io.quarry.data.Field;
import io.quarry.data.Platform;
import io.quarry.data.Table;
import io.quarry.data.TableName;
import io.quarry.data.Ticks;
import io.quarry.data.Type;
import io.quarry.telemetry.Event;
import io.quarry.telemetry.EventField;
import io.quarry.telemetry.EventHeader;
import io.quarry.telemetry.EventLocation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Small events, and rows of loaded tables as maps. */
final class TestEvents {
    static final String SYSMON = "Microsoft-Windows-Sysmon/Operational";
    static final String NOON = "2026-03-01T12:00:00.1234567Z";

    private TestEvents() {}

    /** A Sysmon event of host WS01.corp.example, logged at noon; fields are names and values by turns. */
    static Event sysmon(int id, String... fields) {
        return event(SYSMON, id, "WS01.corp.example", NOON, fields);
    }

    /** A Security event of the same host. */
    static Event security(int id, String time, String... fields) {
        return event("Security", id, "WS01.corp.example", time, fields);
    }

    static Event event(String channel, int id, String computer, String time, String... fields) {
        List<EventField> list = new ArrayList<>();
        for (int i = 0; i < fields.length; i += 2) {
            list.add(new EventField(EventField.Section.EVENT_DATA, fields[i], fields[i + 1]));
        }
        return new Event(new EventLocation("a.evtx", 7, 4096), header(channel, id, computer, time), list);
    }

    static EventHeader header(String channel, int id, String computer, String time) {
        long ticks = time == null ? EventHeader.NO_TIME : ticks(time);
        return new EventHeader(
                "Microsoft-Windows-Sysmon",
                null,
                null,
                id,
                null,
                "5",
                "4",
                "1",
                "0",
                "0x8000000000000000",
                ticks,
                42,
                null,
                null,
                "3208",
                "4804",
                channel,
                computer,
                "S-1-5-18");
    }

    static long ticks(String instant) {
        return Ticks.of(Instant.parse(instant));
    }

    static Needs need(TableName table, String... columns) {
        return Needs.none().plus(table, fields(columns));
    }

    /** {@code Name} is a text, {@code Name:long} what it says. */
    static List<Field> fields(String... columns) {
        List<Field> fields = new ArrayList<>();
        for (String column : columns) {
            int colon = column.lastIndexOf(':');
            fields.add(
                    colon < 0
                            ? new Field(column, Type.STRING)
                            : new Field(
                                    column.substring(0, colon),
                                    Type.ofLabel(column.substring(colon + 1)).orElseThrow()));
        }
        return fields;
    }

    static TableName defender(String table) {
        return new TableName(Platform.DEFENDER, table);
    }

    /** All rows, each as column names and values without {@code $event}. */
    static List<Map<String, Object>> rows(Table table) {
        List<Map<String, Object>> rows = new ArrayList<>();
        List<String> names = table.schema().names();
        for (Batch batch : table.read(names)) {
            for (int row = 0; row < batch.rows(); row++) {
                Map<String, Object> values = new LinkedHashMap<>();
                for (int i = 0; i < names.size(); i++) {
                    values.put(names.get(i), batch.column(i).value(row));
                }
                values.remove("$event");
                rows.add(values);
            }
        }
        return rows;
    }

    /** The rows that these events give to the table, with these columns. */
    static List<Map<String, Object>> rows(TableName table, List<Event> events, String... columns) {
        return rows(LoadedTelemetry.of(events, need(table, columns)).table(table));
    }

    /** The only row that this event gives to the table. */
    static Map<String, Object> row(TableName table, Event event, String... columns) {
        List<Map<String, Object>> rows = rows(table, List.of(event), columns);
        if (rows.size() != 1) {
            throw new AssertionError("expected one row, found " + rows);
        }
        return rows.get(0);
    }
}
