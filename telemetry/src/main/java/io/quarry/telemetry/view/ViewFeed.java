package io.quarry.telemetry.view;

import io.quarry.data.Field;
import io.quarry.data.Platform;
import io.quarry.data.Schema;
import io.quarry.data.Type;
import io.quarry.telemetry.Event;
import io.quarry.telemetry.windows.EventTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rows of a declared view: for each kind of event the needed expressions only. */
final class ViewFeed implements TableFeed {
    private record Projection(RowRule rule, EventExpression[] values) {}

    private final TableBuilder rows;

    /** False for Microsoft's tables, which have Windows events only. */
    private final boolean takesAll;

    private final Dispatch<Projection> projections;
    private final boolean asksForProcesses;

    ViewFeed(View view, TableBuilder rows, ProcessView processes) {
        this.rows = rows;
        this.takesAll = view.platforms().contains(Platform.QRADAR);
        Schema schema = rows.schema();
        List<Projection> compiled = new ArrayList<>();
        for (RowRule rule : view.rows()) {
            compiled.add(new Projection(
                    rule,
                    schema.fields().stream()
                            .map(field -> compile(view, rule, field))
                            .toArray(EventExpression[]::new)));
        }
        this.projections =
                new Dispatch<>(compiled, projection -> projection.rule().match());
        Set<String> told = processes.columns();
        this.asksForProcesses = schema.fields().stream().anyMatch(field -> told.contains(field.name()));
    }

    private static EventExpression compile(View view, RowRule rule, Field field) {
        Type type = field.type();
        return view.column(rule, field.name())
                .<EventExpression>map(expression -> event -> Conversion.to(type, expression.of(event)))
                .orElse(event -> null);
    }

    @Override
    public void feed(long number, Event event) {
        Optional<Projection> found = takesAll || event.isOfWindows() ? projections.first(event) : Optional.empty();
        if (found.isEmpty()) {
            return;
        }
        RowRule rule = found.get().rule();
        EventExpression[] expressions = found.get().values();
        Object[] values = new Object[expressions.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = expressions[i].of(event);
        }
        rows.add(number, values, rule.twins());
        if (asksForProcesses) {
            rows.actor(rule.process().map(process -> process.of(event)), EventTime.of(event));
        }
    }

    @Override
    public TableBuilder rows() {
        return rows;
    }
}
