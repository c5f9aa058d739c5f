package io.quarry.testing.random;

import io.quarry.data.Field;
import io.quarry.data.Schema;
import io.quarry.data.Table;
import io.quarry.data.TableName;
import io.quarry.data.Type;
import io.quarry.plan.AggregateCall;
import io.quarry.plan.AggregateFunction;
import io.quarry.plan.BagElements;
import io.quarry.plan.Expr;
import io.quarry.plan.JoinKind;
import io.quarry.plan.MatchStep;
import io.quarry.plan.NamedExpr;
import io.quarry.plan.Plan;
import io.quarry.plan.SortKey;
import io.quarry.plan.WindowCall;
import io.quarry.plan.WindowFunction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;

/** Random plans over random tables. */
final class RandomPlans {
    private static final List<Type> TYPES =
            List.of(Type.STRING, Type.STRING, Type.LONG, Type.REAL, Type.BOOL, Type.DATETIME);

    private final Random random;
    private final RandomTables values;
    private final RandomExpressions expressions;
    private final List<AggregateFunction> aggregates;
    private final List<TableName> names;
    private final Map<TableName, Table> tables;

    RandomPlans(Random random, RandomTables values, RandomFunctions functions, Map<TableName, Table> tables) {
        this.random = random;
        this.values = values;
        this.expressions = new RandomExpressions(random, values, functions.scalars());
        this.aggregates = functions.aggregates();
        this.tables = tables;
        this.names = tables.keySet().stream()
                .sorted((left, right) -> left.name().compareTo(right.name()))
                .toList();
    }

    Plan make(int depth) {
        if (depth == 0) {
            return source();
        }
        return switch (random.nextInt(15)) {
            case 0, 1, 2 -> filter(make(depth - 1));
            case 3, 4, 5 -> project(make(depth - 1));
            case 6 -> aggregate(make(depth - 1));
            case 7 -> join(make(depth - 1), make(random.nextInt(2)));
            case 8 -> union(make(depth - 1));
            case 9, 10 -> sort(make(depth - 1));
            case 11 -> unnest(make(depth - 1));
            case 12 -> window(make(depth - 1));
            case 13 -> match(make(depth - 1));
            default -> new Plan.Limit(make(depth - 1), random.nextInt(12));
        };
    }

    private Plan source() {
        return switch (random.nextInt(8)) {
            case 0 -> literalRows();
            case 1 -> new Plan.Sequence("n", number(), number(), number());
            default -> {
                TableName name = names.get(random.nextInt(names.size()));
                yield new Plan.Scan(name, tables.get(name).schema());
            }
        };
    }

    private Plan literalRows() {
        Schema schema = Schema.of(new Field("k", Type.STRING), new Field("v", Type.LONG));
        List<List<Object>> rows = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            rows.add(Arrays.asList(values.value(Type.STRING), values.value(Type.LONG)));
        }
        return new Plan.Values(schema, rows);
    }

    private Expr number() {
        return new Expr.Literal(Type.LONG, (long) random.nextInt(30) - 10);
    }

    private Plan filter(Plan input) {
        return new Plan.Filter(input, expressions.make(Type.BOOL, input.schema(), 3));
    }

    private Plan project(Plan input) {
        List<NamedExpr> columns = new ArrayList<>();
        for (int i = 0; i < input.schema().size(); i++) {
            if (random.nextInt(4) > 0) {
                Field field = input.schema().field(i);
                columns.add(new NamedExpr(field.name(), new Expr.Column(i, field.type())));
            }
        }
        for (int i = random.nextInt(3); i >= 0; i--) {
            Type type = TYPES.get(random.nextInt(TYPES.size()));
            columns.add(new NamedExpr("c" + columns.size(), expressions.make(type, input.schema(), 2)));
        }
        return new Plan.Project(input, columns);
    }

    private Plan aggregate(Plan input) {
        List<NamedExpr> keys = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            keys.add(new NamedExpr("k" + i, key(input.schema())));
        }
        List<AggregateCall> calls = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            AggregateFunction function = aggregates.get(random.nextInt(aggregates.size()));
            List<Expr> arguments = function.signature().parameters().stream()
                    .map(type -> expressions.make(type, input.schema(), 1))
                    .toList();
            calls.add(new AggregateCall("a" + i, function, arguments, RandomExpressions.origin()));
        }
        return new Plan.Aggregate(input, keys, calls);
    }

    private Plan join(Plan left, Plan right) {
        JoinKind kind = JoinKind.values()[random.nextInt(JoinKind.values().length)];
        List<Expr> leftKeys = new ArrayList<>();
        List<Expr> rightKeys = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            Expr key = key(left.schema());
            leftKeys.add(key);
            rightKeys.add(expressions.make(key.type(), right.schema(), 1));
        }
        return new Plan.Join(left, right, kind, leftKeys, rightKeys);
    }

    private Plan unnest(Plan input) {
        List<NamedExpr> collections = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            collections.add(new NamedExpr("e" + i, expressions.make(Type.DYNAMIC, input.schema(), 2)));
        }
        return new Plan.Unnest(
                input,
                collections,
                BagElements.values()[random.nextInt(2)],
                random.nextBoolean() ? Optional.of("place") : Optional.empty(),
                random.nextInt(4) == 0 ? random.nextInt(3) : Long.MAX_VALUE);
    }

    private Plan union(Plan first) {
        List<Plan> inputs = new ArrayList<>(List.of(first));
        for (int i = random.nextInt(3); i > 0; i--) {
            Plan other = random.nextBoolean() ? filter(first) : source();
            List<NamedExpr> columns = first.schema().fields().stream()
                    .map(field -> new NamedExpr("u", expressions.make(field.type(), other.schema(), 1)))
                    .toList();
            inputs.add(new Plan.Project(other, columns));
        }
        return new Plan.Union(inputs);
    }

    private Plan sort(Plan input) {
        List<SortKey> keys = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            SortKey.Direction direction = SortKey.Direction.values()[random.nextInt(2)];
            keys.add(new SortKey(key(input.schema()), direction, SortKey.Nulls.values()[random.nextInt(2)]));
        }
        OptionalLong limit = random.nextInt(3) == 0 ? OptionalLong.of(random.nextInt(8)) : OptionalLong.empty();
        return new Plan.Sort(input, keys, limit);
    }

    private Plan window(Plan input) {
        List<Expr> keys = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            keys.add(key(input.schema()));
        }
        List<WindowCall> calls = new ArrayList<>();
        Schema columns = input.schema();
        for (int i = random.nextInt(3); i >= 0; i--) {
            WindowFunction function = WindowFunction.values()[random.nextInt(WindowFunction.values().length)];
            calls.add(new WindowCall("w" + i, function, arguments(function, columns)));
            columns = new Plan.Window(input, keys, calls).schema();
        }
        return new Plan.Window(input, keys, calls);
    }

    private Plan match(Plan input) {
        List<NamedExpr> columns = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            Type type = TYPES.get(random.nextInt(TYPES.size()));
            columns.add(new NamedExpr("m" + i, new Expr.Literal(type, values.value(type))));
        }
        Optional<String> number = random.nextBoolean() ? Optional.of("number") : Optional.empty();
        List<Expr> keys = random.nextInt(3) == 0 ? List.of(key(input.schema())) : List.of();
        Expr never = new Expr.Literal(Type.BOOL, false);
        List<Expr> nothing = columns.stream().map(NamedExpr::expr).toList();
        MatchStep blank = new MatchStep("s", never, nothing, MatchStep.Output.ALL);
        int count = 1 + random.nextInt(3);
        Schema readable = new Plan.Match(input, keys, columns, Collections.nCopies(count, blank), number).readable();
        List<MatchStep> steps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<Expr> values = columns.stream()
                    .map(column -> expressions.make(column.expr().type(), readable, 1))
                    .toList();
            MatchStep.Output output = MatchStep.Output.values()[random.nextInt(3)];
            steps.add(new MatchStep("s" + i, expressions.make(Type.BOOL, readable, 2), values, output));
        }
        return new Plan.Match(input, keys, columns, steps, number);
    }

    private List<Expr> arguments(WindowFunction function, Schema columns) {
        Expr restart = expressions.make(Type.BOOL, columns, 1);
        return switch (function) {
            case ROW_NUMBER -> List.of(number(), restart);
            case CUMULATIVE_SUM -> {
                Type type = random.nextBoolean() ? Type.LONG : Type.REAL;
                yield List.of(expressions.make(type, columns, 1), restart);
            }
            case DENSE_RANK, MINIMAL_RANK -> List.of(key(columns), restart);
            case PREVIOUS, NEXT -> {
                Type type = TYPES.get(random.nextInt(TYPES.size()));
                Expr fallback = new Expr.Literal(type, values.value(type));
                Expr distance = new Expr.Literal(Type.LONG, (long) random.nextInt(4) - 1);
                yield List.of(expressions.make(type, columns, 1), distance, fallback);
            }
            case SESSION_START -> {
                Expr span = new Expr.Literal(Type.TIMESPAN, values.value(Type.TIMESPAN));
                Expr gap = new Expr.Literal(Type.TIMESPAN, values.value(Type.TIMESPAN));
                yield List.of(expressions.make(Type.DATETIME, columns, 1), span, gap, restart);
            }
        };
    }

    /** A column where there is one whose values have an order, else an expression. */
    private Expr key(Schema columns) {
        int[] indexes = IntStream.range(0, columns.size())
                .filter(index -> columns.type(index) != Type.DYNAMIC)
                .toArray();
        if (indexes.length == 0 || random.nextInt(3) == 0) {
            return expressions.make(TYPES.get(random.nextInt(TYPES.size())), columns, 2);
        }
        int index = indexes[random.nextInt(indexes.length)];
        return new Expr.Column(index, columns.type(index));
    }
}
