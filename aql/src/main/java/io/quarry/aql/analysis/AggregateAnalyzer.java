package io.quarry.aql.analysis;

import io.quarry.aql.catalog.AqlColumn;
import io.quarry.aql.catalog.AqlType;
import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.aql.syntax.Expression;
import io.quarry.plan.Expr;
import io.quarry.plan.Origin;
import io.quarry.plan.Repair;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Aggregates. Counts, sums and extremes of numbers are doubles, as QRadar returns them. */
final class AggregateAnalyzer {
    private static final Set<String> NAMES = Set.of(
            "COUNT", "UNIQUECOUNT", "DISTINCTCOUNT", "SUM", "AVG", "MIN", "MAX", "FIRST", "LAST", "STDEV", "STDEVP");

    private final QueryScope scope;
    private final ExpressionAnalyzer expressions;

    AggregateAnalyzer(QueryScope scope, ExpressionAnalyzer expressions) {
        this.scope = scope;
        this.expressions = expressions;
    }

    /** @param name in upper case */
    static boolean isAggregate(String name) {
        return NAMES.contains(name);
    }

    Typed analyze(Expression.Call call, String name) {
        boolean ofRows = call.arguments().size() == 1 && call.arguments().get(0) instanceof Expression.Star;
        if (name.equals("COUNT") && ofRows) {
            return aggregate("COUNT", AqlType.DOUBLE);
        }
        if (name.equals("COUNT") && call.arguments().isEmpty()) {
            return countOfNothing(call);
        }
        Arguments arguments = scope.ofRows(() -> new Arguments(scope, expressions, call));
        if (!arguments.areBetween(1, 1) || arguments.areFaulty()) {
            return Typed.nothing();
        }
        Typed value = arguments.get(0);
        if (QueryScope.hasAggregate(value.expr())) {
            scope.findings()
                    .add(AqlCode.NESTED_AGGREGATE, call.span(), call.name() + " is computed over another aggregate");
            return Typed.nothing();
        }
        Typed result =
                switch (name) {
                    case "COUNT" -> aggregate("COUNT", AqlType.DOUBLE, value.expr());
                    case "UNIQUECOUNT", "DISTINCTCOUNT" ->
                        aggregate("UNIQUECOUNT", AqlType.DOUBLE, comparable(arguments));
                    case "SUM", "STDEV", "STDEVP" -> aggregate(name, AqlType.DOUBLE, arguments.decimal(0));
                    case "AVG" -> average(arguments);
                    case "MIN", "MAX" -> extreme(arguments, name);
                    case "FIRST", "LAST" -> aggregate(name, value.type(), value.expr(), time(arguments.origin()));
                    default -> throw new IllegalStateException("no aggregate: " + name);
                };
        return arguments.areFaulty() ? Typed.nothing() : result;
    }

    private Typed countOfNothing(Expression.Call call) {
        scope.findings()
                .add(
                        Repair.replace("count the rows", call.span(), call.name() + "(*)"),
                        AqlCode.ARGUMENT_COUNT,
                        call.span(),
                        call.name() + " takes 1 argument, found 0",
                        "write " + call.name() + "(*)");
        return Typed.nothing();
    }

    /** The sum by the count; null of no values. */
    private Typed average(Arguments arguments) {
        Expr value = arguments.decimal(0);
        Expr sum = aggregate("SUM", AqlType.DOUBLE, value).expr();
        Expr count = aggregate("COUNT", AqlType.DOUBLE, value).expr();
        return Typed.of(Operators.call("/", arguments.origin(), sum, count), AqlType.DOUBLE);
    }

    private Expr comparable(Arguments arguments) {
        Typed value = arguments.get(0);
        return value.type() == AqlType.LIST ? arguments.anyAsText(0) : value.expr();
    }

    private Typed extreme(Arguments arguments, String name) {
        Typed value = arguments.get(0);
        return switch (value.type()) {
            case LONG, DOUBLE, PORT, TIME -> aggregate(name, AqlType.DOUBLE, arguments.decimal(0));
            case IP -> aggregate(name + " ADDRESS", AqlType.IP, value.expr());
            case STRING, NULL, BYTES, BOOLEAN, MAC, LIST -> aggregate(name, AqlType.STRING, arguments.text(0));
        };
    }

    private Typed aggregate(String name, AqlType type, Expr... arguments) {
        return scope.aggregate(Operators.aggregate(name, List.of(arguments)), List.of(arguments), type);
    }

    /** The value of a column in a group that is not grouped by it: that of the earliest row. */
    Typed first(Expr column, Origin origin) {
        List<Expr> arguments = List.of(column, time(origin));
        return scope.aggregate(Operators.aggregate("FIRST", arguments), arguments, AqlType.of(column.type()));
    }

    /** What orders the rows of a group: {@code starttime} where there is one, else nothing but their own order. */
    private Expr time(Origin origin) {
        Optional<AqlColumn> time = scope.rows().columns().bare("starttime");
        return time.filter(column -> column.type().isNumber())
                .map(column -> Conversion.toLong(scope.rows().read(column), origin))
                .orElseGet(() -> Typed.whole(0).expr());
    }
}
