package io.quarry.plan;

import io.quarry.data.Type;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * A typed expression over the columns of a step's input. Immutable; equal trees are equal values. Names are gone: a column
 * is an index, a call a chosen overload.
 *
 * <p>Truth has three values. {@link And} and {@link Or} follow SQL and Kusto: false (true) decides, else null wins.
 */
public sealed interface Expr {
    Type type();

    List<Expr> children();

    /** This node over other children of the same types. */
    Expr withChildren(List<Expr> children);

    <R> R accept(Visitor<R> visitor);

    /** True if the value depends on the input's row. */
    default boolean readsColumns() {
        return this instanceof Column || children().stream().anyMatch(Expr::readsColumns);
    }

    /**
     * False if computing the value twice in one run, for one row, may give two answers, as {@code rand()} does. Whatever
     * decides on a sub-query's rows, it runs once.
     */
    default boolean isDeterministic() {
        return children().stream().allMatch(Expr::isDeterministic);
    }

    /** The sub-queries in this expression, from left to right; not those inside of others. */
    default List<Subquery> subqueries() {
        return children().stream().flatMap(child -> child.subqueries().stream()).toList();
    }

    /** This expression with its sub-queries replaced by others, or by their values; those inside of others stay. */
    default Expr withSubqueries(Function<Subquery, Expr> change) {
        return subqueries().isEmpty()
                ? this
                : withChildren(children().stream()
                        .map(child -> child.withSubqueries(change))
                        .toList());
    }

    /** The input's column at an index. */
    record Column(int index, Type type) implements Expr {
        public Column {
            if (index < 0) {
                throw new IllegalArgumentException("column " + index);
            }
            Objects.requireNonNull(type, "type");
        }

        @Override
        public List<Expr> children() {
            return List.of();
        }

        @Override
        public Expr withChildren(List<Expr> children) {
            return this;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.column(this);
        }
    }

    /** A boxed value of the type ({@link Type#boxed}), or null. */
    record Literal(Type type, Object value) implements Expr {
        public Literal {
            if (value != null && !type.boxed().isInstance(value)) {
                throw new IllegalArgumentException(value.getClass() + " as literal of " + type);
            }
        }

        @Override
        public List<Expr> children() {
            return List.of();
        }

        @Override
        public Expr withChildren(List<Expr> children) {
            return this;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.literal(this);
        }
    }

    /**
     * A value that is given when the query runs. {@link Parameters#NOW} is the one that languages use: a replay runs one
     * plan at many points in time.
     */
    record Parameter(String name, Type type) implements Expr {
        @Override
        public List<Expr> children() {
            return List.of();
        }

        @Override
        public Expr withChildren(List<Expr> children) {
            return this;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.parameter(this);
        }
    }

    /** A call of one overload; the arguments have the types of its signature. */
    record Call(ScalarFunction function, List<Expr> arguments, Origin origin) implements Expr {
        public Call {
            arguments = List.copyOf(arguments);
            Signature signature = function.signature();
            if (!signature.takes(arguments.size())) {
                throw new IllegalArgumentException(
                        function.name() + signature + " called with " + arguments.size() + " arguments");
            }
            for (int i = 0; i < arguments.size(); i++) {
                if (arguments.get(i).type() != signature.parameter(i)) {
                    throw new IllegalArgumentException(function.name() + signature + ": argument " + i + " is "
                            + arguments.get(i).type().label());
                }
            }
        }

        @Override
        public boolean isDeterministic() {
            return function.isDeterministic() && Expr.super.isDeterministic();
        }

        @Override
        public Type type() {
            return function.signature().result();
        }

        @Override
        public List<Expr> children() {
            return arguments;
        }

        @Override
        public Expr withChildren(List<Expr> children) {
            return new Call(function, children, origin);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.call(this);
        }
    }

    /** True if all are, false if one is, else null. */
    record And(List<Expr> operands) implements Expr {
        public And {
            operands = List.copyOf(operands);
            requireBools(operands);
        }

        @Override
        public Type type() {
            return Type.BOOL;
        }

        @Override
        public List<Expr> children() {
            return operands;
        }

        @Override
        public Expr withChildren(List<Expr> children) {
            return new And(children);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.and(this);
        }
    }

    /** True if one is, false if none is, else null. */
    record Or(List<Expr> operands) implements Expr {
        public Or {
            operands = List.copyOf(operands);
            requireBools(operands);
        }

        @Override
        public Type type() {
            return Type.BOOL;
        }

        @Override
        public List<Expr> children() {
            return operands;
        }

        @Override
        public Expr withChildren(List<Expr> children) {
            return new Or(children);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.or(this);
        }
    }

    /** The opposite; null stays null. */
    record Not(Expr operand) implements Expr {
        public Not {
            requireBools(List.of(operand));
        }

        @Override
        public Type type() {
            return Type.BOOL;
        }

        @Override
        public List<Expr> children() {
            return List.of(operand);
        }

        @Override
        public Expr withChildren(List<Expr> children) {
            return new Not(children.get(0));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.not(this);
        }
    }

    /**
     * The first value whose condition is true (null counts as false), else {@code otherwise}. A value is computed only for
     * the rows that take it.
     *
     * @param conditions as many as {@code values}
     */
    record Case(List<Expr> conditions, List<Expr> values, Expr otherwise) implements Expr {
        public Case {
            conditions = List.copyOf(conditions);
            values = List.copyOf(values);
            requireBools(conditions);
            if (conditions.isEmpty() || conditions.size() != values.size()) {
                throw new IllegalArgumentException(conditions.size() + " conditions, " + values.size() + " values");
            }
            for (Expr value : values) {
                if (value.type() != otherwise.type()) {
                    throw new IllegalArgumentException("branches of " + value.type() + " and " + otherwise.type());
                }
            }
        }

        @Override
        public Type type() {
            return otherwise.type();
        }

        /** Conditions, then values, then {@code otherwise}. */
        @Override
        public List<Expr> children() {
            List<Expr> all = new java.util.ArrayList<>(conditions);
            all.addAll(values);
            all.add(otherwise);
            return all;
        }

        @Override
        public Expr withChildren(List<Expr> children) {
            int n = conditions.size();
            return new Case(children.subList(0, n), children.subList(n, 2 * n), children.get(2 * n));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.caseOf(this);
        }
    }

    /**
     * The value of a plan that is run before the query it stands in, once for the whole run, and that sees none of that
     * query's columns.
     *
     * @param plan of one column
     */
    record Subquery(Plan plan, Form form) implements Expr {
        /** What is taken of the plan's rows. */
        public enum Form {
            /** The value of the first row; null if there is none. */
            FIRST,
            /** All values, without repetition and nulls, as a dynamic array in order of first appearance. */
            VALUES
        }

        public Subquery {
            Objects.requireNonNull(form, "form");
            if (plan.schema().size() != 1) {
                throw new IllegalArgumentException("a sub-query of " + plan.schema());
            }
        }

        /** The same of another plan of the same schema. */
        public Subquery over(Plan other) {
            return new Subquery(other, form);
        }

        @Override
        public Type type() {
            return switch (form) {
                case FIRST -> plan.schema().type(0);
                case VALUES -> Type.DYNAMIC;
            };
        }

        /** None: the plan's expressions are over other columns. */
        @Override
        public List<Expr> children() {
            return List.of();
        }

        @Override
        public Expr withChildren(List<Expr> children) {
            return this;
        }

        @Override
        public List<Subquery> subqueries() {
            return List.of(this);
        }

        @Override
        public Expr withSubqueries(Function<Subquery, Expr> change) {
            return change.apply(this);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.subquery(this);
        }
    }

    /** One method a kind of node and no default: a new kind does not compile until every visitor has it. */
    interface Visitor<R> {
        R column(Column column);

        R literal(Literal literal);

        R parameter(Parameter parameter);

        R call(Call call);

        R and(And and);

        R or(Or or);

        R not(Not not);

        R caseOf(Case caseOf);

        R subquery(Subquery subquery);
    }

    private static void requireBools(List<Expr> operands) {
        for (Expr operand : operands) {
            if (operand.type() != Type.BOOL) {
                throw new IllegalArgumentException(
                        "a condition of type " + operand.type().label());
            }
        }
    }
}
