package io.quarry.kql.syntax;

import io.quarry.plan.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Parses the operators that work on groups of rows, one production each. */
final class GroupParser {
    private final Cursor cursor;
    private final ExpressionParser expressions;
    private final OperatorParser operators;

    GroupParser(Cursor cursor, ExpressionParser expressions, OperatorParser operators) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.operators = operators;
    }

    Operator mvApply(Span name) {
        List<OperatorParameter> parameters =
                new ParameterParser(cursor, expressions).parameters(OperatorParser.EXPAND_PARAMETERS);
        List<Operator.MvExpand.Expanded> items = operators.expandedItems();
        Optional<Expression> limit = operators.limit();
        cursor.expectName("on");
        SubPipe pipe = pipe();
        return new Operator.MvApply(operators.upToLast(name), parameters, items, limit, pipe);
    }

    Operator partition(Span name) {
        List<OperatorParameter> parameters = new ParameterParser(cursor, expressions).parameters(Set.of());
        cursor.expectName("by");
        Expression.Name key = cursor.name();
        if (!cursor.at("{")) {
            SubPipe pipe = pipe();
            return new Operator.Partition(operators.upToLast(name), parameters, key, new Operator.Partition.Rows(pipe));
        }
        cursor.take();
        Expression query = expressions.pipe();
        cursor.expect("}");
        return new Operator.Partition(operators.upToLast(name), parameters, key, new Operator.Partition.Query(query));
    }

    /** {@code (operator | operator)}. */
    private SubPipe pipe() {
        Span open = cursor.expect("(").span();
        cursor.enter();
        List<Operator> steps = operators.steps();
        cursor.leave();
        return new SubPipe(open.to(cursor.expect(")").span()), steps);
    }

    Operator fork(Span name) {
        List<Operator.Fork.Branch> branches = new ArrayList<>();
        do {
            Optional<Expression.Name> branch = Optional.empty();
            if (!cursor.at("(")) {
                branch = Optional.of(cursor.name());
                cursor.expect("=");
            }
            branches.add(new Operator.Fork.Branch(branch, pipe()));
        } while (cursor.at("(") || cursor.atAnyName());
        return new Operator.Fork(operators.upToLast(name), name, branches);
    }

    Operator facet(Span name) {
        cursor.expectName("by");
        List<Expression.Name> columns = new ArrayList<>();
        do {
            columns.add(cursor.name());
        } while (cursor.takeIf(","));
        Optional<SubPipe> pipe = cursor.takeIfName("with") ? Optional.of(pipe()) : Optional.empty();
        return new Operator.Facet(operators.upToLast(name), name, columns, pipe);
    }

    Operator topNested(Span name) {
        List<Operator.TopNested.Level> levels = new ArrayList<>();
        levels.add(level(name));
        while (cursor.takeIf(",")) {
            Span start = cursor.peek().span();
            if (!operators.operatorName().equals("top-nested")) {
                throw cursor.fail(start, "expected another 'top-nested' after the comma");
            }
            levels.add(level(operators.upToLast(start)));
        }
        return new Operator.TopNested(operators.upToLast(name), levels);
    }

    private Operator.TopNested.Level level(Span name) {
        Optional<Expression> count = cursor.atName("of") ? Optional.empty() : Optional.of(expressions.expression());
        cursor.expectName("of");
        Expression value = expressions.named();
        Optional<Expression> others = Optional.empty();
        if (cursor.takeIfName("with")) {
            cursor.expectName("others");
            cursor.expect("=");
            others = Optional.of(expressions.expression());
        }
        cursor.expectName("by");
        Ordering aggregate = new OrderingParser(cursor, expressions).ordering();
        return new Operator.TopNested.Level(operators.upToLast(name), count, value, others, aggregate);
    }

    Operator topHitters(Span name) {
        Expression count = expressions.expression();
        cursor.expectName("of");
        Expression value = expressions.named();
        Optional<Expression> weight = cursor.takeIfName("by") ? Optional.of(expressions.named()) : Optional.empty();
        return new Operator.TopHitters(operators.upToLast(name), count, value, weight);
    }

    Operator makeSeries(Span name) {
        List<OperatorParameter> parameters = new ParameterParser(cursor, expressions).parameters(Set.of("kind"));
        List<Operator.MakeSeries.Series> series = new ArrayList<>();
        do {
            series.add(series());
        } while (cursor.takeIf(","));
        cursor.expectName("on");
        Expression axis = expressions.namedBeforeIn();
        Operator.MakeSeries.Bins bins = cursor.takeIfName("in") ? inRange() : bins();
        List<Expression> keys = cursor.takeIfName("by") ? expressions.namedList() : List.of();
        return new Operator.MakeSeries(operators.upToLast(name), parameters, series, axis, bins, keys);
    }

    private Operator.MakeSeries.Series series() {
        Expression value = expressions.named();
        if (!cursor.takeIfName("default")) {
            return new Operator.MakeSeries.Series(value, Optional.empty());
        }
        cursor.expect("=");
        return new Operator.MakeSeries.Series(value, Optional.of(expressions.expression()));
    }

    private Operator.MakeSeries.Bins bins() {
        Optional<Expression> from =
                cursor.takeIfName("from") ? Optional.of(expressions.expression()) : Optional.empty();
        Optional<Expression> to = cursor.takeIfName("to") ? Optional.of(expressions.expression()) : Optional.empty();
        cursor.expectName("step");
        return new Operator.MakeSeries.Bins(from, to, expressions.expression(), Operator.MakeSeries.Ends.HALF_OPEN);
    }

    private Operator.MakeSeries.Bins inRange() {
        cursor.expectName("range");
        cursor.expect("(");
        Expression from = expressions.expression();
        cursor.expect(",");
        Expression to = expressions.expression();
        cursor.expect(",");
        Expression step = expressions.expression();
        cursor.expect(")");
        return new Operator.MakeSeries.Bins(Optional.of(from), Optional.of(to), step, Operator.MakeSeries.Ends.CLOSED);
    }
}
