package io.quarry.kql.operator;

import io.quarry.data.Type;
import io.quarry.kql.analysis.Analysis;
import io.quarry.kql.analysis.ScalarAnalyzer;
import io.quarry.kql.analysis.UnknownNames;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.Projection;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.relation.Scope;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.syntax.Operator;
import io.quarry.kql.type.Constants;
import io.quarry.kql.type.Conversions;
import io.quarry.kql.type.NullTexts;
import io.quarry.kql.type.Shape;
import io.quarry.plan.Expr;
import io.quarry.plan.MatchStep;
import io.quarry.plan.NamedExpr;
import io.quarry.plan.Plan;
import io.quarry.plan.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * {@code scan}: sequences of rows that match steps. A step's name leads to the row that a sequence has there ({@code s.x}); the
 * bare name of a declared column is its default.
 */
final class ScanOperator {
    private final Analysis analysis;
    private final Relation input;
    private final Map<String, Scalar> defaults = new HashMap<>();

    /** What comes out and is remembered, with what stands there where no row is. */
    private final Projection columns = new Projection();

    ScanOperator(Analysis analysis, Relation input) {
        this.analysis = analysis;
        this.input = input;
    }

    Relation apply(Operator.Scan scan) {
        if (input.order() == Relation.Order.NONE && !input.isOpen()) {
            analysis.report(
                    KqlCode.WINDOW_MISPLACED,
                    scan.keyword(),
                    "scan goes through rows in their order, and the rows have no order here",
                    "put the rows in order with sort before, or take them as they come with serialize");
        }
        for (int i = 0; i < input.schema().size(); i++) {
            Shape shape = input.column(i).shape();
            columns.add(
                    input.schema().name(i),
                    new Scalar(NullTexts.missing(input.schema().type(i)), shape));
        }
        scan.declared().forEach(this::declare);
        List<MatchStep> steps = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Operator.Scan.Step step : scan.steps()) {
            if (!names.add(step.name().name())) {
                duplicate(step.name(), "step");
            }
            steps.add(step(step, inside(scan.steps(), steps.size())));
        }
        Plan match = new Plan.Match(input.plan(), List.of(), columns.columns(), steps, matchId(scan));
        return input.then(match, columns.shapes()).serialized();
    }

    private void declare(Operator.Scan.Declared declared) {
        String name = declared.column().name();
        Type type = declared.column().type();
        if (columns.indexOf(name) >= 0) {
            duplicate(new Expression.Name(declared.column().span(), name), "column");
            return;
        }
        Scalar value = declared.value().map(node -> literal(node, type)).orElse(Scalar.of(NullTexts.missing(type)));
        columns.add(name, value);
        defaults.put(name, value);
    }

    private Scalar literal(Expression node, Type type) {
        Scalar value = analysis.constant(node);
        if (value.isKnown() && !(Constants.fold(value.expr()) instanceof Expr.Literal)) {
            analysis.report(KqlCode.CONSTANT_EXPECTED, node.span(), "the default of a column has to be a constant");
            return Scalar.unknown(type);
        }
        Scalar converted = converted(value, type, node.span());
        return new Scalar(Constants.fold(converted.expr()), converted.shape());
    }

    private void duplicate(Expression.Name name, String what) {
        analysis.report(
                KqlCode.DUPLICATE_NAME, name.span(), "the " + what + " '" + name.name() + "' is declared already");
    }

    private Optional<String> matchId(Operator.Scan scan) {
        scan.matchId().filter(name -> columns.indexOf(name.name()) >= 0).ifPresent(name -> duplicate(name, "column"));
        return scan.matchId().map(Expression.Name::name);
    }

    /** What the expressions of a step see: the defaults, and the state up to that step. */
    private Analysis inside(List<Operator.Scan.Step> steps, int current) {
        Scope scope = analysis.scope().inner();
        defaults.forEach((name, value) -> scope.bind(name, new Scope.Value(value, analysis.depth())));
        Relation remembered = columns.over(input);
        for (int i = 0; i < steps.size(); i++) {
            int first = input.schema().size() + i * columns.columns().size();
            OptionalInt place = i <= current ? OptionalInt.of(first) : OptionalInt.empty();
            scope.bind(steps.get(i).name().name(), new Scope.State(remembered, place, analysis.depth()));
        }
        return analysis.in(scope);
    }

    private MatchStep step(Operator.Scan.Step step, Analysis inside) {
        Relation row = input.unordered();
        Scalar condition = new ScalarAnalyzer(inside, row).condition(step.condition());
        List<Expr> values = new ArrayList<>();
        for (int i = 0; i < columns.columns().size(); i++) {
            NamedExpr column = columns.columns().get(i);
            values.add(i < input.schema().size() ? input.column(i).expr() : column.expr());
        }
        Set<String> assigned = new HashSet<>();
        for (Expression assignment : step.assignments()) {
            assign(assignment, inside, assigned, values);
        }
        MatchStep.Output output =
                switch (step.output()) {
                    case ALL -> MatchStep.Output.ALL;
                    case LAST -> MatchStep.Output.LAST;
                    case NONE -> MatchStep.Output.NONE;
                };
        return new MatchStep(step.name().name(), condition.expr(), values, output);
    }

    private void assign(Expression assignment, Analysis inside, Set<String> assigned, List<Expr> values) {
        Scalar value = inside.scalar(Projection.value(assignment), input.unordered());
        if (!(assignment instanceof Expression.Named named) || named.names().size() > 1) {
            analysis.report(
                    KqlCode.COLUMN_EXPECTED, assignment.span(), "a step assigns with column = value, found no name");
            return;
        }
        Expression.Name name = named.names().get(0);
        int index = columns.indexOf(name.name());
        if (index < 0) {
            new UnknownNames(inside).column(name, columns.over(input));
            return;
        }
        if (!assigned.add(name.name())) {
            analysis.report(
                    KqlCode.DUPLICATE_NAME, name.span(), "the column '" + name.name() + "' is assigned already");
        }
        Type type = columns.columns().get(index).expr().type();
        values.set(index, converted(value, type, named.value().span()).expr());
    }

    /** The value as one of the column's type, which whole numbers are made without asking. */
    private Scalar converted(Scalar value, Type type, Span span) {
        if (!value.isKnown()) {
            return Scalar.unknown(type);
        }
        boolean isWhole = value.type() == Type.INT || value.type() == Type.LONG;
        boolean widens = value.type() == Type.REAL && type == Type.DECIMAL;
        boolean fits = value.type() == type || type == Type.DYNAMIC || type.isNumeric() && (isWhole || widens);
        Optional<Expr> expr = fits ? Conversions.convert(value.expr(), type, analysis.origin(span)) : Optional.empty();
        if (expr.isEmpty()) {
            analysis.report(
                    KqlCode.WRONG_TYPE,
                    span,
                    "the column has type " + type.label() + ", found "
                            + value.type().label(),
                    "convert it with to" + type.label() + "()");
        }
        return expr.map(Scalar::of).orElse(Scalar.unknown(type));
    }
}
