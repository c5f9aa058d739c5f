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
        List<OperatorParameter> parameters = operators.parameters(OperatorParser.EXPAND_PARAMETERS);
        List<Operator.MvExpand.Expanded> items = operators.expandedItems();
        Optional<Expression> limit = operators.limit();
        cursor.expectName("on");
        SubPipe pipe = pipe();
        return new Operator.MvApply(operators.upToLast(name), parameters, items, limit, pipe);
    }

    Operator partition(Span name) {
        List<OperatorParameter> parameters = operators.parameters(Set.of());
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
        Ordering aggregate = operators.ordering();
        return new Operator.TopNested.Level(operators.upToLast(name), count, value, others, aggregate);
    }

    Operator topHitters(Span name) {
        Expression count = expressions.expression();
        cursor.expectName("of");
        Expression value = expressions.named();
        Optional<Expression> weight = cursor.takeIfName("by") ? Optional.of(expressions.named()) : Optional.empty();
        return new Operator.TopHitters(operators.upToLast(name), count, value, weight);
    }
}
