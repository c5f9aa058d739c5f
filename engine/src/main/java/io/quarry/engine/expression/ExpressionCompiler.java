package io.quarry.engine.expression;

import io.quarry.data.BoolVector;
import io.quarry.data.Vector;
import io.quarry.plan.Expr;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Turns expressions into closures. Parameters and sub-queries must have been given their values before. The largest subtrees that depend on one text
 * column only are evaluated over its dictionary.
 */
public final class ExpressionCompiler {
    private static final Nodes OVER_ROWS = new Nodes(ExpressionCompiler::compile);
    private static final Nodes OVER_ENTRIES = new Nodes(ExpressionCompiler::compileOverEntries);

    private ExpressionCompiler() {}

    public static Evaluator compile(Expr expr) {
        OptionalInt textColumn = Dependence.onOneText(expr);
        if (textColumn.isEmpty() || expr instanceof Expr.Column) {
            return expr.accept(OVER_ROWS);
        }
        Evaluator overEntries = compileOverEntries(Dependence.onFirstColumn(expr));
        return new DictionaryEvaluator(textColumn.getAsInt(), expr.type(), overEntries);
    }

    public static List<Evaluator> compile(List<Expr> exprs) {
        return exprs.stream().map(ExpressionCompiler::compile).toList();
    }

    private static Evaluator compileOverEntries(Expr expr) {
        return expr.accept(OVER_ENTRIES);
    }

    /**
     * @param compile what compiles the children
     */
    private record Nodes(Function<Expr, Evaluator> compile) implements Expr.Visitor<Evaluator> {
        @Override
        public Evaluator column(Expr.Column column) {
            return frame -> frame.column(column.index());
        }

        @Override
        public Evaluator literal(Expr.Literal literal) {
            return frame -> Vector.constant(literal.type(), literal.value(), frame.rows());
        }

        @Override
        public Evaluator parameter(Expr.Parameter parameter) {
            throw new IllegalStateException("parameter without a value: " + parameter.name());
        }

        @Override
        public Evaluator call(Expr.Call call) {
            return new CallEvaluator(call, all(call.arguments()));
        }

        @Override
        public Evaluator and(Expr.And and) {
            List<Evaluator> operands = all(and.operands());
            boolean mayReorder = and.operands().stream().allMatch(Expr::isDeterministic);
            return new AndEvaluator(operands, mayReorder ? cheapFirst(operands) : operands);
        }

        @Override
        public Evaluator or(Expr.Or or) {
            return new OrEvaluator(all(or.operands()));
        }

        @Override
        public Evaluator not(Expr.Not not) {
            Evaluator operand = compile.apply(not.operand());
            return frame -> negate((BoolVector) operand.evaluate(frame));
        }

        @Override
        public Evaluator caseOf(Expr.Case node) {
            return new CaseEvaluator(
                    node.type(), all(node.conditions()), all(node.values()), compile.apply(node.otherwise()));
        }

        @Override
        public Evaluator subquery(Expr.Subquery subquery) {
            throw new IllegalStateException("sub-query without a value: " + subquery);
        }

        /** What is looked up by code costs least for a row. */
        private static List<Evaluator> cheapFirst(List<Evaluator> operands) {
            return operands.stream()
                    .sorted(Comparator.comparing(operand -> !(operand instanceof DictionaryEvaluator)))
                    .toList();
        }

        private List<Evaluator> all(List<Expr> exprs) {
            return exprs.stream().map(compile).toList();
        }

        private static Vector negate(BoolVector values) {
            int rows = values.size();
            boolean[] negated = new boolean[rows];
            boolean[] nulls = values.noNulls() ? null : new boolean[rows];
            for (int i = 0; i < rows; i++) {
                boolean isNull = values.isNull(i);
                negated[i] = !isNull && !values.at(i);
                if (nulls != null) {
                    nulls[i] = isNull;
                }
            }
            return BoolVector.of(negated, nulls, rows);
        }
    }
}
