package io.quarry.testing.random;

import io.quarry.data.Schema;
import io.quarry.data.Type;
import io.quarry.plan.Expr;
import io.quarry.plan.Origin;
import io.quarry.plan.ScalarFunction;
import io.quarry.plan.Signature;
import io.quarry.plan.SourceText;
import io.quarry.plan.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Random expressions of a wanted type. */
final class RandomExpressions {
    private static final Origin ORIGIN = new Origin(new SourceText("random", ""), new Span(0, 0));

    private final Random random;
    private final RandomTables values;
    private final List<ScalarFunction> functions;

    RandomExpressions(Random random, RandomTables values, List<ScalarFunction> functions) {
        this.random = random;
        this.values = values;
        this.functions = functions;
    }

    static Origin origin() {
        return ORIGIN;
    }

    Expr make(Type type, Schema columns, int depth) {
        if (depth == 0) {
            return leaf(type, columns);
        }
        return switch (random.nextInt(8)) {
            case 0 -> leaf(type, columns);
            case 1 -> caseOf(type, columns, depth - 1);
            case 2, 3 -> type == Type.BOOL ? junction(columns, depth - 1) : call(type, columns, depth - 1);
            default -> call(type, columns, depth - 1);
        };
    }

    private Expr junction(Schema columns, int depth) {
        List<Expr> operands = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            operands.add(make(Type.BOOL, columns, depth));
        }
        return switch (random.nextInt(3)) {
            case 0 -> new Expr.Not(operands.get(0));
            case 1 -> new Expr.And(operands);
            default -> new Expr.Or(operands);
        };
    }

    private Expr caseOf(Type type, Schema columns, int depth) {
        List<Expr> conditions = new ArrayList<>();
        List<Expr> results = new ArrayList<>();
        for (int i = random.nextInt(2); i >= 0; i--) {
            conditions.add(make(Type.BOOL, columns, depth));
            results.add(make(type, columns, depth));
        }
        return new Expr.Case(conditions, results, make(type, columns, depth));
    }

    private Expr call(Type type, Schema columns, int depth) {
        List<ScalarFunction> fitting = functions.stream()
                .filter(function -> function.signature().result() == type)
                .toList();
        if (fitting.isEmpty()) {
            return leaf(type, columns);
        }
        ScalarFunction function = fitting.get(random.nextInt(fitting.size()));
        Signature signature = function.signature();
        int count = signature.parameters().size() + (signature.variadic() ? random.nextInt(4) - 1 : 0);
        List<Expr> arguments = IntStream.range(0, count)
                .mapToObj(index -> make(signature.parameter(index), columns, depth))
                .toList();
        return new Expr.Call(function, arguments, ORIGIN);
    }

    private Expr leaf(Type type, Schema columns) {
        int[] fitting = IntStream.range(0, columns.size())
                .filter(index -> columns.type(index) == type)
                .toArray();
        if (fitting.length == 0 || random.nextInt(4) == 0) {
            return new Expr.Literal(type, values.value(type));
        }
        return new Expr.Column(fitting[random.nextInt(fitting.length)], type);
    }
}
