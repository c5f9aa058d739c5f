package io.quarry.kql.relation;

import io.quarry.data.Schema;
import io.quarry.kql.type.Shape;
import io.quarry.plan.Expr;
import io.quarry.plan.Plan;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an expression that gives a table means.
 *
 * @param shapes what is known of the values of columns beside their types, by name; of other columns nothing is
 * @param extent whether the columns are all
 * @param name the name that {@code withsource} shows, for a plain table
 * @param windows takes the calls of window functions, where these may stand
 */
public record Relation(
        Plan plan,
        Map<String, Shape> shapes,
        Extent extent,
        Optional<String> name,
        PlanSize size,
        Order order,
        Optional<WindowCollector> windows) {
    /** Whether there may be columns that are not in the schema. */
    public enum Extent {
        /** The columns are all. */
        CLOSED,
        /** The columns are all, by the data: other data has others. */
        DISCOVERED,
        /** A table that does not exist here, which a fuzzy union left out, may have had others. */
        FUZZY,
        /** A workspace may add columns that are not known here, of types that the ends of their names tell. */
        EXTENSIBLE,
        /** Any name may be a column: an error was reported, or it depends on data of which there is none. */
        OPEN
    }

    /** Whether the order of the rows means something. */
    public enum Order {
        NONE,
        SERIALIZED
    }

    public static final Relation NONE = of(new Plan.Values(Schema.of(), List.of()));

    /** What an operator that begins a query works on: one row without columns. */
    public static final Relation NO_INPUT = of(new Plan.Values(Schema.of(), List.of(List.of())));

    /** What stands where a table could not be understood. */
    public static final Relation BROKEN = NONE.opened();

    public static Relation of(Plan plan) {
        return new Relation(
                plan, Map.of(), Extent.CLOSED, Optional.empty(), PlanSize.ONE, Order.NONE, Optional.empty());
    }

    public Schema schema() {
        return plan.schema();
    }

    /** True if there may be columns that are not in the schema. */
    public boolean isOpen() {
        return extent == Extent.EXTENSIBLE || extent == Extent.OPEN;
    }

    /** The rows, still in their order, after one more step that leaves the columns as they are. */
    public Relation then(Plan next) {
        return then(next, shapes);
    }

    /** The rows, still in their order, after a step that makes other columns. */
    public Relation then(Plan next, Map<String, Shape> nowShapes) {
        return new Relation(
                next, Map.copyOf(nowShapes), extent, Optional.empty(), size.next(), order, Optional.empty());
    }

    /** This relation under the name of another, of whose rows it is a part. */
    public Relation keepingName(Relation whole) {
        return named(whole.name);
    }

    public Relation named(String tableName) {
        return named(Optional.of(tableName));
    }

    private Relation named(Optional<String> nameOrNone) {
        return new Relation(plan, shapes, extent, nameOrNone, size, order, windows);
    }

    public Relation unnamed() {
        return named(Optional.empty());
    }

    /** The same rows in an order that means something. */
    public Relation serialized() {
        return new Relation(plan, shapes, extent, name, size, Order.SERIALIZED, windows);
    }

    /** The same rows in no order to speak of. */
    public Relation unordered() {
        return new Relation(plan, shapes, extent, name, size, Order.NONE, windows);
    }

    /** The same rows for expressions whose window functions are gathered. */
    Relation collecting(WindowCollector collector) {
        return new Relation(plan, shapes, extent, name, size, order, Optional.of(collector));
    }

    public Relation opened() {
        return with(Extent.OPEN);
    }

    /** The same where the columns came from the data. */
    public Relation discovered() {
        return extent == Extent.CLOSED ? with(Extent.DISCOVERED) : this;
    }

    public Relation closed() {
        return with(Extent.CLOSED);
    }

    public Relation with(Extent other) {
        return new Relation(plan, shapes, other, name, size, order, windows);
    }

    public Relation sized(PlanSize other) {
        return new Relation(plan, shapes, extent, name, other, order, windows);
    }

    /** The value of a column in a row; empty if there is none of that name. */
    public Optional<Scalar> column(String column) {
        int index = schema().indexOf(column);
        if (index >= 0) {
            return Optional.of(column(index));
        }
        return switch (extent) {
            case CLOSED, DISCOVERED, FUZZY -> Optional.empty();
            case EXTENSIBLE -> Optional.of(WorkspaceColumns.value(column));
            case OPEN -> Optional.of(Scalar.UNKNOWN);
        };
    }

    public Scalar column(int index) {
        return column(schema(), index);
    }

    /** @param schema this relation's, which takes time to ask for where there are thousands of columns */
    Scalar column(Schema schema, int index) {
        Expr expr = new Expr.Column(index, schema.type(index));
        return new Scalar(expr, shapes.getOrDefault(schema.name(index), Shape.ANY));
    }
}
