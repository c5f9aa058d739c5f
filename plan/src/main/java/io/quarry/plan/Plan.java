package io.quarry.plan;

import io.quarry.data.Field;
import io.quarry.data.Schema;
import io.quarry.data.TableName;
import io.quarry.data.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * One step of a query and, through its inputs, the whole query. Immutable; equal trees are equal values, so that what two
 * queries share can be found. All three languages compile to these steps, and nothing that reads a plan knows which.
 */
public sealed interface Plan {
    Schema schema();

    List<Plan> inputs();

    /** This step over other inputs of the same schemas. */
    Plan withInputs(List<Plan> inputs);

    <R> R accept(Visitor<R> visitor);

    /** The expressions of this step itself, not of its inputs, in the order of its components. */
    default List<Expr> expressions() {
        List<Expr> expressions = new ArrayList<>();
        withExpressions(expr -> {
            expressions.add(expr);
            return expr;
        });
        return expressions;
    }

    /** This step with each of its own expressions replaced by one of the same type; its inputs stay. */
    default Plan withExpressions(UnaryOperator<Expr> change) {
        return accept(new PlanExpressions(change));
    }

    /** False if running the steps twice in one run may give other rows: if chance decides in any of them. */
    default boolean isDeterministic() {
        return expressions().stream().allMatch(Expr::isDeterministic)
                && inputs().stream().allMatch(Plan::isDeterministic);
    }

    /** The sub-queries in this step's own expressions, not those of its inputs or inside of sub-queries. */
    default List<Expr.Subquery> subqueries() {
        return expressions().stream()
                .flatMap(expr -> expr.subqueries().stream())
                .toList();
    }

    /** This plan with the sub-queries of all its steps replaced; those inside of sub-queries stay. */
    default Plan withSubqueries(Function<Expr.Subquery, Expr> change) {
        return withInputs(inputs().stream()
                        .map(input -> input.withSubqueries(change))
                        .toList())
                .withExpressions(expr -> expr.withSubqueries(change));
    }

    /** The rows of a table, these columns of it, in the table's order. */
    record Scan(TableName table, Schema schema) implements Plan {
        @Override
        public List<Plan> inputs() {
            return List.of();
        }

        @Override
        public Plan withInputs(List<Plan> inputs) {
            return this;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.scan(this);
        }
    }

    /**
     * Rows written in the query.
     *
     * @param rows each with one boxed value (or null, hence {@link java.util.Arrays#asList}) a column
     */
    record Values(Schema schema, List<List<Object>> rows) implements Plan {
        public Values {
            rows = List.copyOf(rows);
            for (List<Object> row : rows) {
                if (row.size() != schema.size()) {
                    throw new IllegalArgumentException(row.size() + " values for " + schema);
                }
            }
        }

        @Override
        public List<Plan> inputs() {
            return List.of();
        }

        @Override
        public Plan withInputs(List<Plan> inputs) {
            return this;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.values(this);
        }
    }

    /**
     * {@code start, start + step, ...} up to and including {@code stop}, in one column. Empty where the step leads away
     * from the stop; a step of zero is refused by the front ends. The three are without columns and of one type; for a
     * datetime column the step is a timespan.
     */
    record Sequence(String name, Expr start, Expr stop, Expr step) implements Plan {
        @Override
        public Schema schema() {
            return Schema.of(new Field(name, start.type()));
        }

        @Override
        public List<Plan> inputs() {
            return List.of();
        }

        @Override
        public Plan withInputs(List<Plan> inputs) {
            return this;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.sequence(this);
        }
    }

    /** The rows for which the condition is true; null is not true. */
    record Filter(Plan input, Expr condition) implements Plan {
        public Filter {
            if (condition.type() != Type.BOOL) {
                throw new IllegalArgumentException(
                        "a filter of type " + condition.type().label());
            }
        }

        @Override
        public Schema schema() {
            return input.schema();
        }

        @Override
        public List<Plan> inputs() {
            return List.of(input);
        }

        @Override
        public Plan withInputs(List<Plan> inputs) {
            return new Filter(inputs.get(0), condition);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.filter(this);
        }
    }

    /** Exactly these columns, each computed from the input's. */
    record Project(Plan input, List<NamedExpr> columns) implements Plan {
        public Project {
            columns = List.copyOf(columns);
        }

        @Override
        public Schema schema() {
            return new Schema(columns.stream().map(NamedExpr::field).toList());
        }

        @Override
        public List<Plan> inputs() {
            return List.of(input);
        }

        @Override
        public Plan withInputs(List<Plan> inputs) {
            return new Project(inputs.get(0), columns);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.project(this);
        }
    }

    /**
     * One row for each distinct tuple of keys: the keys, then the aggregates; groups in order of first appearance. Nulls
     * are equal to each other. Without keys there is always exactly one row; without aggregates this is {@code distinct}.
     */
    record Aggregate(Plan input, List<NamedExpr> keys, List<AggregateCall> calls) implements Plan {
        public Aggregate {
            keys = List.copyOf(keys);
            calls = List.copyOf(calls);
        }

        @Override
        public Schema schema() {
            return new Schema(keys.stream().map(NamedExpr::field).toList())
                    .plus(calls.stream().map(AggregateCall::field).toList());
        }

        @Override
        public List<Plan> inputs() {
            return List.of(input);
        }

        @Override
        public Plan withInputs(List<Plan> inputs) {
            return new Aggregate(inputs.get(0), keys, calls);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.aggregate(this);
        }
    }

    /**
     * Rows of two inputs whose keys are equal; null equals null. Without keys every pair matches. Rows come in the order of
     * the left input, a left row's matches in the order of the right one; unmatched right rows last.
     *
     * @param leftKeys expressions over the left input
     * @param rightKeys as many expressions over the right input, of the same types
     */
    record Join(Plan left, Plan right, JoinKind kind, List<Expr> leftKeys, List<Expr> rightKeys) implements Plan {
        public Join {
            leftKeys = List.copyOf(leftKeys);
            rightKeys = List.copyOf(rightKeys);
            if (leftKeys.size() != rightKeys.size()) {
                throw new IllegalArgumentException(leftKeys.size() + " left keys, " + rightKeys.size() + " right keys");
            }
            for (int i = 0; i < leftKeys.size(); i++) {
                if (leftKeys.get(i).type() != rightKeys.get(i).type()) {
                    throw new IllegalArgumentException(
                            "join keys of " + leftKeys.get(i).type() + " and "
                                    + rightKeys.get(i).type());
                }
            }
        }

        @Override
        public Schema schema() {
            return kind.leftColumnsOnly()
                    ? left.schema()
                    : left.schema().plus(right.schema().fields());
        }

        @Override
        public List<Plan> inputs() {
            return List.of(left, right);
        }

        @Override
        public Plan withInputs(List<Plan> inputs) {
            return new Join(inputs.get(0), inputs.get(1), kind, leftKeys, rightKeys);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.join(this);
        }
    }

    /**
     * Each row as often as its collections have elements: the row, then the element of each collection at that place, then
     * the place. An array's elements are its own, a null or single value is one element, an empty array or bag none. Where
     * collections have different lengths the longest counts, and the shorter give null.
     *
     * @param collections over the input, all dynamic
     * @param bags what the elements of a bag are
     * @param index the name of the column that holds the place, counted from 0; empty if there is none
     * @param limit the most rows that one row becomes
     */
    record Unnest(Plan input, List<NamedExpr> collections, BagElements bags, Optional<String> index, long limit)
            implements Plan {
        public Unnest {
            collections = List.copyOf(collections);
            Objects.requireNonNull(bags, "bags");
            Objects.requireNonNull(index, "index");
            for (NamedExpr collection : collections) {
                if (collection.expr().type() != Type.DYNAMIC) {
                    throw new IllegalArgumentException(
                            "a collection of type " + collection.expr().type().label());
                }
            }
            if (collections.isEmpty() || limit < 0) {
                throw new IllegalArgumentException(collections.size() + " collections, at most " + limit + " rows");
            }
        }

        @Override
        public Schema schema() {
            List<Field> fields =
                    new ArrayList<>(collections.stream().map(NamedExpr::field).toList());
            index.ifPresent(name -> fields.add(new Field(name, Type.LONG)));
            return input.schema().plus(fields);
        }

        @Override
        public List<Plan> inputs() {
            return List.of(input);
        }

        @Override
        public Plan withInputs(List<Plan> inputs) {
            return new Unnest(inputs.get(0), collections, bags, index, limit);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.unnest(this);
        }
    }

    /** The rows of all inputs, one input after the other. All inputs have the same column types; names are the first's. */
    record Union(List<Plan> inputs) implements Plan {
        public Union {
            inputs = List.copyOf(inputs);
            List<Type> types = typesOf(inputs.get(0));
            for (Plan input : inputs) {
                if (!typesOf(input).equals(types)) {
                    throw new IllegalArgumentException(
                            "union of " + inputs.get(0).schema() + " and " + input.schema());
                }
            }
        }

        @Override
        public Schema schema() {
            return inputs.get(0).schema();
        }

        @Override
        public Plan withInputs(List<Plan> inputs) {
            return new Union(inputs);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.union(this);
        }

        private static List<Type> typesOf(Plan plan) {
            return plan.schema().fields().stream().map(Field::type).toList();
        }
    }

    /**
     * The rows in order of the keys, equal ones in the input's order; only the first {@code limit} where there is one.
     */
    record Sort(Plan input, List<SortKey> keys, OptionalLong limit) implements Plan {
        public Sort {
            keys = List.copyOf(keys);
            Objects.requireNonNull(limit, "limit");
        }

        @Override
        public Schema schema() {
            return input.schema();
        }

        @Override
        public List<Plan> inputs() {
            return List.of(input);
        }

        @Override
        public Plan withInputs(List<Plan> inputs) {
            return new Sort(inputs.get(0), keys, limit);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.sort(this);
        }
    }

    /**
     * All rows, each with one more column a call: a function of the row and the rows around it, among the rows whose
     * partition keys are equal. Nulls are equal to each other. The rows keep their order; without keys all are one partition.
     *
     * @param calls each may use the columns of the input and, after them, those of the calls before it
     */
    record Window(Plan input, List<Expr> partitionKeys, List<WindowCall> calls) implements Plan {
        public Window {
            partitionKeys = List.copyOf(partitionKeys);
            calls = List.copyOf(calls);
        }

        @Override
        public Schema schema() {
            return input.schema().plus(calls.stream().map(WindowCall::field).toList());
        }

        @Override
        public List<Plan> inputs() {
            return List.of(input);
        }

        @Override
        public Plan withInputs(List<Plan> inputs) {
            return new Window(inputs.get(0), partitionKeys, calls);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.window(this);
        }
    }

    /**
     * Sequences of rows that match steps, in the order of the input and, for each tuple of partition keys, by themselves; one
     * partition comes out after the other, in order of first appearance.
     *
     * <p>Each step may hold one sequence: the latest row of it and of every step before it. A row is shown to the steps from the
     * last to the first. If the step before holds a sequence and the row meets this step's condition over it, the sequence
     * moves from there to here, in the place of what is here. Else, if this step holds a sequence or is the first, and the
     * row meets its condition over that, the row takes the place of the step's row; a first step that held nothing begins
     * a sequence. Either way the row comes out with the values of the step.
     *
     * @param columns what comes out and is remembered: the name, and a constant that stands in a state where no row is
     * @param number the name of a last column that numbers the sequences of a partition from 0
     */
    record Match(
            Plan input,
            List<Expr> partitionKeys,
            List<NamedExpr> columns,
            List<MatchStep> steps,
            Optional<String> number)
            implements Plan {
        public Match {
            partitionKeys = List.copyOf(partitionKeys);
            columns = List.copyOf(columns);
            steps = List.copyOf(steps);
            Objects.requireNonNull(number, "number");
        }

        @Override
        public Schema schema() {
            List<Field> fields =
                    new ArrayList<>(columns.stream().map(NamedExpr::field).toList());
            number.ifPresent(name -> fields.add(new Field(name, Type.LONG)));
            return new Schema(fields);
        }

        /** The columns that the steps read: those of the input, then those of the state, each after the name of its step. */
        public Schema readable() {
            List<Field> state = new ArrayList<>();
            for (MatchStep step : steps) {
                columns.forEach(column -> state.add(new Field(
                        step.name() + "." + column.name(), column.expr().type())));
            }
            return input.schema().plus(state);
        }

        @Override
        public List<Plan> inputs() {
            return List.of(input);
        }

        @Override
        public Plan withInputs(List<Plan> inputs) {
            return new Match(inputs.get(0), partitionKeys, columns, steps, number);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.match(this);
        }
    }

    /** The first rows. */
    record Limit(Plan input, long rows) implements Plan {
        public Limit {
            if (rows < 0) {
                throw new IllegalArgumentException("negative row limit: " + rows);
            }
        }

        @Override
        public Schema schema() {
            return input.schema();
        }

        @Override
        public List<Plan> inputs() {
            return List.of(input);
        }

        @Override
        public Plan withInputs(List<Plan> inputs) {
            return new Limit(inputs.get(0), rows);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.limit(this);
        }
    }

    /** One method a step and no default: a new step does not compile until every visitor has it. */
    interface Visitor<R> {
        R scan(Scan scan);

        R values(Values values);

        R sequence(Sequence sequence);

        R filter(Filter filter);

        R project(Project project);

        R aggregate(Aggregate aggregate);

        R join(Join join);

        R unnest(Unnest unnest);

        R union(Union union);

        R sort(Sort sort);

        R limit(Limit limit);

        R window(Window window);

        R match(Match match);
    }
}
