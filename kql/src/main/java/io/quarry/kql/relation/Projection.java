package io.quarry.kql.relation;

import io.quarry.data.Schema;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.type.Shape;
import io.quarry.plan.NamedExpr;
import io.quarry.plan.Plan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Columns in the making: their names, values, and what is known of these. */
public final class Projection {
    private final List<NamedExpr> columns = new ArrayList<>();
    private final Map<String, Shape> shapes = new HashMap<>();

    /** All columns of a relation, as they are. */
    public static Projection of(Relation relation) {
        Projection projection = new Projection();
        Schema schema = relation.schema();
        for (int i = 0; i < schema.size(); i++) {
            projection.add(schema.name(i), relation.column(schema, i));
        }
        return projection;
    }

    public void add(String name, Scalar value) {
        columns.add(named(name, value));
    }

    /** Puts a column in the place of the one at an index. */
    public void set(int index, String name, Scalar value) {
        shapes.remove(columns.get(index).name());
        columns.set(index, named(name, value));
    }

    /** Puts a column in the place of the one of its name, else at the end. */
    public void put(String name, Scalar value) {
        int index = indexOf(name);
        if (index >= 0) {
            set(index, name, value);
        } else {
            add(name, value);
        }
    }

    private NamedExpr named(String name, Scalar value) {
        if (!value.shape().equals(Shape.ANY)) {
            shapes.put(name, value.shape());
        }
        return new NamedExpr(name, value.expr());
    }

    public int indexOf(String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    public List<NamedExpr> columns() {
        return columns;
    }

    /** What is known of the columns beside their types, by name. */
    public Map<String, Shape> shapes() {
        return shapes;
    }

    /** The rows of an input with these columns. */
    public Relation over(Relation input) {
        return input.then(new Plan.Project(input.plan(), columns), shapes);
    }

    /** The name and the value of a list's item. */
    public static Expression value(Expression item) {
        return item instanceof Expression.Named named ? named.value() : item;
    }
}
