package io.quarry.telemetry.view;

import io.quarry.data.HiddenColumns;
import io.quarry.data.Platform;
import io.quarry.telemetry.EventHeader;
import io.quarry.telemetry.windows.EventTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A table of one or more platforms as its events fill it: an event gives the row of the first rule that is for it.
 *
 * @param table its name on the platforms
 */
record View(String table, Set<Platform> platforms, List<RowRule> rows) {
    static final EventExpression EVENT_TIME =
            event -> EventTime.of(event) == EventHeader.NO_TIME ? null : (Long) EventTime.of(event);

    View {
        platforms = Set.copyOf(platforms);
        rows = List.copyOf(rows);
    }

    /** This view with custom properties too; where they give nothing, what the view gives. */
    View with(List<CustomProperty> properties) {
        return properties.isEmpty()
                ? this
                : new View(
                        table,
                        platforms,
                        rows.stream().map(rule -> with(rule, properties)).toList());
    }

    private RowRule with(RowRule rule, List<CustomProperty> properties) {
        Map<String, EventExpression> columns = new LinkedHashMap<>(rule.columns());
        for (int i = properties.size() - 1; i >= 0; i--) {
            CustomProperty property = properties.get(i);
            EventExpression own = property.expression();
            String name = columns.keySet().stream()
                    .filter(column -> column.equalsIgnoreCase(property.name()))
                    .findFirst()
                    .orElse(property.name());
            EventExpression other = columns.getOrDefault(name, event -> null);
            columns.put(name, event -> {
                Object value = own.of(event);
                return value == null ? other.of(event) : value;
            });
        }
        return new RowRule(rule.match(), rule.process(), rule.parent(), columns, rule.twins());
    }

    /** What the rule gives for the column; {@code $time} is the event's time. QRadar's names do not mind case. */
    Optional<EventExpression> column(RowRule rule, String name) {
        if (name.equals(HiddenColumns.TIME)) {
            return Optional.of(EVENT_TIME);
        }
        EventExpression exact = rule.columns().get(name);
        if (exact != null || !platforms.contains(Platform.QRADAR)) {
            return Optional.ofNullable(exact);
        }
        return rule.columns().entrySet().stream()
                .filter(column -> column.getKey().equalsIgnoreCase(name))
                .map(java.util.Map.Entry::getValue)
                .findFirst();
    }
}
