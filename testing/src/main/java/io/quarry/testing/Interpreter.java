package io.quarry.testing;

import io.quarry.data.Dynamic;
import io.quarry.data.Schema;
import io.quarry.data.Tables;
import io.quarry.data.Type;
import io.quarry.data.Vector;
import io.quarry.engine.run.EngineCode;
import io.quarry.plan.Accumulator;
import io.quarry.plan.AggregateCall;
import io.quarry.plan.Expr;
import io.quarry.plan.FunctionException;
import io.quarry.plan.JoinKind;
import io.quarry.plan.NamedExpr;
import io.quarry.plan.Plan;
import io.quarry.plan.SortKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Runs plans row by row over boxed values: slow, plain, and what the engine is compared with. Never to be optimized.
 */
public final class Interpreter implements Plan.Visitor<List<Object[]>> {
    private static final int MOST_TERMS = 1_000_000;

    private final Tables tables;
    private final long now;

    private Interpreter(Tables tables, long now) {
        this.tables = tables;
        this.now = now;
    }

    /**
     * The rows of the plan.
     *
     * @param now the query clock
     */
    public static Rows run(Plan plan, Tables tables, long now) {
        Map<Expr.Subquery, Expr> values = new HashMap<>();
        Plan valued = plan.withSubqueries(subquery -> {
            Expr known = values.get(subquery);
            if (known == null) {
                known = valueOf(subquery, run(subquery.plan(), tables, now));
                values.put(subquery, known);
            }
            return known;
        });
        return new Rows(plan.schema(), valued.accept(new Interpreter(tables, now)));
    }

    private static Expr valueOf(Expr.Subquery subquery, Rows rows) {
        List<Object> values = rows.rows().stream().map(row -> row[0]).toList();
        return switch (subquery.form()) {
            case FIRST -> new Expr.Literal(subquery.type(), values.isEmpty() ? null : values.get(0));
            case VALUES ->
                new Expr.Literal(Type.DYNAMIC, elements(subquery.plan().schema().type(0), values));
        };
    }

    private static List<Object> elements(Type type, List<Object> values) {
        return values.stream()
                .filter(Objects::nonNull)
                .map(value -> type == Type.DATETIME
                        ? new Dynamic.DateTime((Long) value)
                        : type == Type.TIMESPAN ? new Dynamic.TimeSpan((Long) value) : value)
                .distinct()
                .toList();
    }

    @Override
    public List<Object[]> scan(Plan.Scan scan) {
        Schema schema = scan.schema();
        return Rows.of(schema, tables.table(scan.table()).read(schema.names())).rows();
    }

    @Override
    public List<Object[]> values(Plan.Values values) {
        return values.rows().stream().map(List::toArray).toList();
    }

    @Override
    public List<Object[]> sequence(Plan.Sequence sequence) {
        ExprInterpreter none = new ExprInterpreter(new Object[0], now);
        List<Object[]> rows = new ArrayList<>();
        SequenceTerms terms = new SequenceTerms(
                none.value(sequence.start()), none.value(sequence.stop()), none.value(sequence.step()));
        while (terms.hasNext()) {
            rows.add(new Object[] {terms.next()});
            if (rows.size() > MOST_TERMS) {
                throw new IllegalStateException("a sequence of more than " + MOST_TERMS + " terms");
            }
        }
        return rows;
    }

    @Override
    public List<Object[]> filter(Plan.Filter filter) {
        return filter.input().accept(this).stream()
                .filter(row -> at(row).isTrue(filter.condition()))
                .toList();
    }

    @Override
    public List<Object[]> project(Plan.Project project) {
        List<Expr> exprs = project.columns().stream().map(NamedExpr::expr).toList();
        return project.input().accept(this).stream()
                .map(row -> at(row).values(exprs))
                .toList();
    }

    @Override
    public List<Object[]> aggregate(Plan.Aggregate aggregate) {
        List<Expr> keyExprs = aggregate.keys().stream().map(NamedExpr::expr).toList();
        Map<Object, List<Object[]>> groups = new LinkedHashMap<>();
        if (keyExprs.isEmpty()) {
            groups.put(Key.of(new Object[0]), new ArrayList<>());
        }
        for (Object[] row : aggregate.input().accept(this)) {
            groups.computeIfAbsent(Key.of(at(row).values(keyExprs)), key -> new ArrayList<>())
                    .add(row);
        }
        List<Object[]> result = new ArrayList<>();
        for (List<Object[]> group : groups.values()) {
            List<Object> values = new ArrayList<>();
            if (!keyExprs.isEmpty()) {
                Collections.addAll(values, at(group.get(0)).values(keyExprs));
            }
            aggregate.calls().forEach(call -> values.add(resultOf(call, group)));
            result.add(values.toArray());
        }
        return result;
    }

    private Object resultOf(AggregateCall call, List<Object[]> group) {
        Accumulator accumulator = call.function().accumulator();
        try {
            for (Object[] row : group) {
                Vector[] arguments = new Vector[call.arguments().size()];
                for (int i = 0; i < arguments.length; i++) {
                    Expr argument = call.arguments().get(i);
                    arguments[i] = Vector.constant(argument.type(), at(row).value(argument), 1);
                }
                accumulator.add(new int[] {0}, 1, arguments, 1);
            }
            return accumulator.results(1).value(0);
        } catch (FunctionException e) {
            throw EngineCode.FUNCTION_FAILED.at(call.origin(), e.getMessage());
        }
    }

    @Override
    public List<Object[]> join(Plan.Join join) {
        List<Object[]> left = join.left().accept(this);
        List<Object[]> right = join.right().accept(this);
        if (join.kind() == JoinKind.INNER_UNIQUE) {
            left = firstOfEachKey(left, join.leftKeys());
        }
        Map<Object, List<Integer>> rightByKey = new HashMap<>();
        for (int i = 0; i < right.size(); i++) {
            Object key = Key.of(at(right.get(i)).values(join.rightKeys()));
            rightByKey.computeIfAbsent(key, absent -> new ArrayList<>()).add(i);
        }
        JoinRows rows = new JoinRows(join, right);
        for (Object[] row : left) {
            rows.add(row, rightByKey.getOrDefault(Key.of(at(row).values(join.leftKeys())), List.of()));
        }
        return rows.all();
    }

    private List<Object[]> firstOfEachKey(List<Object[]> rows, List<Expr> keys) {
        Set<Object> seen = new HashSet<>();
        return rows.stream()
                .filter(row -> seen.add(Key.of(at(row).values(keys))))
                .toList();
    }

    @Override
    public List<Object[]> unnest(Plan.Unnest unnest) {
        UnnestedRow.Shape shape =
                new UnnestedRow.Shape(unnest.bags(), unnest.index().isPresent(), unnest.limit());
        List<Expr> exprs = unnest.collections().stream().map(NamedExpr::expr).toList();
        return unnest.input().accept(this).stream()
                .flatMap(row -> new UnnestedRow(row, at(row).values(exprs)).rows(shape).stream())
                .toList();
    }

    @Override
    public List<Object[]> union(Plan.Union union) {
        return union.inputs().stream()
                .flatMap(input -> input.accept(this).stream())
                .toList();
    }

    @Override
    public List<Object[]> sort(Plan.Sort sort) {
        List<Expr> keys = sort.keys().stream().map(SortKey::expr).toList();
        record Keyed(Object[] row, Object[] keys) {}
        List<Keyed> rows = new ArrayList<>();
        sort.input().accept(this).forEach(row -> rows.add(new Keyed(row, at(row).values(keys))));
        rows.sort((left, right) -> Order.compare(sort.keys(), left.keys(), right.keys()));
        return rows.stream()
                .limit(sort.limit().orElse(Long.MAX_VALUE))
                .map(Keyed::row)
                .toList();
    }

    @Override
    public List<Object[]> limit(Plan.Limit limit) {
        return limit.input().accept(this).stream().limit(limit.rows()).toList();
    }

    @Override
    public List<Object[]> window(Plan.Window window) {
        Map<Object, WindowRows> partitions = new HashMap<>();
        List<Object[]> rows = new ArrayList<>();
        for (Object[] row : window.input().accept(this)) {
            Object[] wide = Arrays.copyOf(row, window.schema().size());
            rows.add(wide);
            partitions
                    .computeIfAbsent(Key.of(at(row).values(window.partitionKeys())), key -> new WindowRows(now))
                    .add(wide);
        }
        int width = window.input().schema().size();
        for (WindowRows partition : partitions.values()) {
            for (int i = 0; i < window.calls().size(); i++) {
                partition.compute(window.calls().get(i), width + i);
            }
        }
        return rows;
    }

    @Override
    public List<Object[]> match(Plan.Match match) {
        Map<Object, List<Object[]>> partitions = new LinkedHashMap<>();
        for (Object[] row : match.input().accept(this)) {
            partitions
                    .computeIfAbsent(Key.of(at(row).values(match.partitionKeys())), key -> new ArrayList<>())
                    .add(row);
        }
        return partitions.values().stream()
                .flatMap(rows -> new MatchRows(match, now).of(rows).stream())
                .toList();
    }

    private ExprInterpreter at(Object[] row) {
        return new ExprInterpreter(row, now);
    }
}
