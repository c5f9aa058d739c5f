package io.quarry.telemetry.view;

import io.quarry.data.HiddenColumns;
import io.quarry.data.Schema;
import io.quarry.data.Type;
import io.quarry.telemetry.Event;
import io.quarry.telemetry.EventField;
import io.quarry.telemetry.EventHeader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Every event as Sigma sees it: any field by its own name without blanks, the header's by Sigma's names where no field has
 * them, {@code $keywords} all values together, {@code $channel} and {@code $eventid} always the header's, {@code $time}.
 *
 * <p>Several values of one column are joined by {@link HiddenColumns#SEPARATOR}.
 */
final class SigmaFeed implements TableFeed {
    private static final char SEPARATOR = HiddenColumns.SEPARATOR;

    /** Stands where an event holds the separator. */
    private static final char REPLACEMENT = '\uFFFD';

    private static final String UNNAMED = "Data";
    private static final List<Function<EventHeader, String>> HEADER = HeaderFields.names().stream()
            .sorted()
            .map(name -> HeaderFields.named(name).orElseThrow())
            .toList();

    static final Map<String, EventExpression> OF_EVENT = Map.of(
            HiddenColumns.KEYWORDS,
            SigmaFeed::keywords,
            HiddenColumns.CHANNEL,
            event -> event.header().channel(),
            HiddenColumns.EVENT_ID,
            event -> event.header().eventId() < 0 ? null : (long) event.header().eventId(),
            HiddenColumns.TIME,
            View.EVENT_TIME);

    private final TableBuilder rows;
    private final Type[] types;
    private final EventExpression[] fromEvent;
    private final Map<String, Integer> columns = new HashMap<>();
    private final Map<String, Integer> columnOfField = new HashMap<>();

    SigmaFeed(TableBuilder rows) {
        this.rows = rows;
        Schema schema = rows.schema();
        this.types = new Type[schema.size()];
        this.fromEvent = new EventExpression[schema.size()];
        for (int i = 0; i < types.length; i++) {
            String name = schema.name(i);
            types[i] = schema.type(i);
            Function<EventHeader, String> header = HeaderFields.named(name).orElse(none -> null);
            fromEvent[i] = OF_EVENT.getOrDefault(name, event -> header.apply(event.header()));
            if (!HiddenColumns.isHidden(name)) {
                columns.put(name, i);
            }
        }
    }

    @Override
    public void feed(long number, Event event) {
        Object[] values = new Object[types.length];
        for (EventField field : event.fields()) {
            if (field.section() != EventField.Section.OTHER) {
                int column =
                        columnOfField.computeIfAbsent(field.name(), name -> columns.getOrDefault(columnName(name), -1));
                if (column >= 0) {
                    values[column] = joined(values[column], clean(field.value()));
                }
            }
        }
        for (int i = 0; i < values.length; i++) {
            Object value = values[i] == null ? fromEvent[i].of(event) : values[i];
            values[i] = Conversion.to(types[i], value instanceof StringBuilder ? value.toString() : value);
        }
        rows.add(number, values, RowRule.Twin.KEEP);
    }

    /** One text by itself; several in a builder, which grows by as much as is added. */
    private static Object joined(Object before, String value) {
        if (before == null) {
            return value;
        }
        StringBuilder several = before instanceof StringBuilder grown ? grown : new StringBuilder((String) before);
        return several.append(SEPARATOR).append(value);
    }

    private static String columnName(String field) {
        return field.isEmpty() ? UNNAMED : field.replace(" ", "");
    }

    private static String keywords(Event event) {
        StringBuilder out = new StringBuilder();
        for (Function<EventHeader, String> field : HEADER) {
            append(out, field.apply(event.header()));
        }
        for (EventField field : event.fields()) {
            append(out, field.value());
        }
        out.setLength(Math.max(0, out.length() - 1));
        return out.toString();
    }

    private static void append(StringBuilder out, String value) {
        if (value != null && !value.isEmpty()) {
            out.append(clean(value)).append(SEPARATOR);
        }
    }

    private static String clean(String value) {
        return value.indexOf(SEPARATOR) < 0 ? value : value.replace(SEPARATOR, REPLACEMENT);
    }

    @Override
    public TableBuilder rows() {
        return rows;
    }
}
