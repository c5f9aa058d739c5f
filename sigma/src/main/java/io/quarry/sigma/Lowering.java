package io.quarry.sigma;

import io.quarry.data.Field;
import io.quarry.data.Platform;
import io.quarry.data.Schema;
import io.quarry.data.TableName;
import io.quarry.data.Type;
import io.quarry.functions.Functions;
import io.quarry.functions.Language;
import io.quarry.plan.Expr;
import io.quarry.plan.Plan;
import io.quarry.plan.ScalarFunction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes expressions of matches, and a plan of these, collecting the columns that they read. Not safe for threads. */
final class Lowering {
    private static final TableName EVENTS = new TableName(Platform.SIGMA, "events");
    private static final int MOST_NODES = 50_000;

    private final Report report;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private int nodes;

    /** The expression would be larger than any rule has reason to be. */
    static final class TooLarge extends RuntimeException {
        private TooLarge() {
            super(null, null, false, false);
        }
    }

    Lowering(Report report) {
        this.report = report;
    }

    /**
     * The match as an expression.
     *
     * @param fieldNames for fields of the rule that the log calls otherwise, the log's name
     * @throws TooLarge if it has more than some ten thousand nodes
     */
    Expr lower(Match match, Map<String, String> fieldNames) {
        return match.accept(new Lowerer(fieldNames));
    }

    /** The events for which the expression, made by this object, is true. */
    Plan plan(Expr condition) {
        List<Field> fields = columns.keySet().stream()
                .map(name -> new Field(name, Type.STRING))
                .toList();
        return new Plan.Filter(new Plan.Scan(EVENTS, new Schema(fields)), condition);
    }

    private Expr column(String name) {
        return new Expr.Column(columns.computeIfAbsent(name, absent -> columns.size()), Type.STRING);
    }

    private <T> T counted(T node) {
        if (++nodes > MOST_NODES) {
            throw new TooLarge();
        }
        return node;
    }

    private final class Lowerer implements Match.Visitor<Expr> {
        private final Map<String, String> fieldNames;

        Lowerer(Map<String, String> fieldNames) {
            this.fieldNames = fieldNames;
        }

        @Override
        public Expr test(Match.Test test) {
            List<Expr> arguments = new ArrayList<>(List.of(field(test.field())));
            for (Match.Argument argument : test.arguments()) {
                if (argument instanceof Match.Argument.Constant constant) {
                    arguments.add(new Expr.Literal(constant.type(), constant.value()));
                } else if (argument instanceof Match.Argument.Field other) {
                    arguments.add(field(other.name()));
                }
            }
            List<Type> types = arguments.stream().map(Expr::type).toList();
            ScalarFunction function = Functions.scalar(Language.SIGMA, test.function(), types)
                    .orElseThrow(() -> new IllegalStateException("no Sigma function " + test.function() + types));
            return counted(new Expr.Call(function, arguments, report.origin(test.span())));
        }

        @Override
        public Expr all(Match.All all) {
            return counted(new Expr.And(lower(all.parts())));
        }

        @Override
        public Expr some(Match.Some some) {
            return atLeast(some.count(), lower(some.parts()));
        }

        @Override
        public Expr not(Match.Not not) {
            return counted(new Expr.Not(not.part().accept(this)));
        }

        @Override
        public Expr always(Match.Always always) {
            return counted(new Expr.Literal(Type.BOOL, true));
        }

        private List<Expr> lower(List<Match> parts) {
            return parts.stream().map(part -> part.accept(this)).toList();
        }

        private Expr field(String name) {
            return column(fieldNames.getOrDefault(name, name));
        }

        /** Either the first holds and one fewer of the others, or as many of the others. */
        private Expr atLeast(int count, List<Expr> parts) {
            if (count > parts.size()) {
                return counted(new Expr.Literal(Type.BOOL, false));
            }
            if (count == 1) {
                return parts.size() == 1 ? parts.get(0) : counted(new Expr.Or(parts));
            }
            if (count == parts.size()) {
                return counted(new Expr.And(parts));
            }
            List<Expr> others = parts.subList(1, parts.size());
            Expr with = counted(new Expr.And(List.of(parts.get(0), atLeast(count - 1, others))));
            return counted(new Expr.Or(List.of(with, atLeast(count, others))));
        }
    }
}
