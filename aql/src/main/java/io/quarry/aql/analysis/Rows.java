package io.quarry.aql.analysis;

import io.quarry.aql.catalog.AqlCatalog;
import io.quarry.aql.catalog.AqlColumn;
import io.quarry.aql.catalog.AqlColumns;
import io.quarry.aql.catalog.AqlTable;
import io.quarry.aql.catalog.AqlType;
import io.quarry.data.Field;
import io.quarry.data.Schema;
import io.quarry.data.Type;
import io.quarry.plan.Expr;
import io.quarry.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows that a query reads: a table, of which only what is named is scanned, or the result of an inner query. */
final class Rows {
    private final AqlColumns columns;
    private final Optional<AqlTable> table;
    private final Optional<Plan> inner;
    private final List<Field> fields = new ArrayList<>();

    private Rows(AqlColumns columns, Optional<AqlTable> table, Optional<Plan> inner) {
        this.columns = columns;
        this.table = table;
        this.inner = inner;
        inner.ifPresent(plan -> fields.addAll(plan.schema().fields()));
    }

    static Rows of(AqlTable table) {
        return new Rows(table.columns(), Optional.of(table), Optional.empty());
    }

    /** The rows of an inner query, whose columns have these types. */
    static Rows of(Plan inner, List<AqlColumn> columns) {
        return new Rows(new AqlColumns(columns), Optional.empty(), Optional.of(inner));
    }

    /** The rows of a source that is faulty: nothing can be said about its columns. */
    static Rows unknown() {
        Plan nothing = new Plan.Values(Schema.of(), List.of());
        return new Rows(new AqlColumns(List.of()), Optional.empty(), Optional.of(nothing));
    }

    /** False if no name can be said to be wrong. */
    boolean areKnown() {
        return isTable() || !columns.all().isEmpty();
    }

    AqlColumns columns() {
        return columns;
    }

    /** The name of the table in messages. */
    String shownName() {
        return table.map(known -> known.name().name()).orElse("the inner query");
    }

    boolean isTable() {
        return table.isPresent();
    }

    /** True if sites define columns of their own here. */
    boolean hasProperties() {
        return table.map(AqlTable::name)
                .filter(name -> name.equals(AqlCatalog.EVENTS) || name.equals(AqlCatalog.FLOWS))
                .isPresent();
    }

    Typed read(AqlColumn column) {
        return new Typed(read(column.name(), column.type().engine()), column.type(), Optional.of(column));
    }

    /** A column that queries cannot name, such as the name that belongs to a number in another column. */
    Expr readHidden(String name, Type type) {
        return read(name, type);
    }

    private Expr read(String name, Type type) {
        Field field = new Field(name, type);
        int index = fields.indexOf(field);
        if (index < 0) {
            if (inner.isPresent()) {
                throw new IllegalStateException(
                        "no column " + field + " in " + inner.get().schema());
            }
            index = fields.size();
            fields.add(field);
        }
        return new Expr.Column(index, type);
    }

    String nameOf(int index) {
        return fields.get(index).name();
    }

    /** False for columns that hold a value in every event: numbers, times, truth values that QRadar itself defines. */
    boolean mayBeAbsent(int index) {
        String name = nameOf(index);
        boolean isFilled = columns.quoted(name)
                .filter(column -> column.origin() == AqlColumn.Origin.BUILT_IN)
                .filter(column -> column.type().isNumber() || column.type() == AqlType.BOOLEAN)
                .isPresent();
        return !(hasProperties() && isFilled) && !name.startsWith("$");
    }

    /** The step that gives the rows, with all columns that have been read. */
    Plan plan() {
        return inner.orElseGet(() -> new Plan.Scan(table.orElseThrow().name(), new Schema(fields)));
    }
}
