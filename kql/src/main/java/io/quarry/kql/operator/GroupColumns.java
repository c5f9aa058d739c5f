package io.quarry.kql.operator;

import io.quarry.data.Type;
import io.quarry.kql.analysis.Analysis;
import io.quarry.kql.analysis.ColumnNames;
import io.quarry.kql.analysis.DynamicKeys;
import io.quarry.kql.analysis.Items;
import io.quarry.kql.analysis.ScalarAnalyzer;
import io.quarry.kql.analysis.SeveralValues;
import io.quarry.kql.catalog.PlatformFunctions;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.AggregateCollector;
import io.quarry.kql.relation.NamedValue;
import io.quarry.kql.relation.Projection;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.relation.UniqueNames;
import io.quarry.kql.syntax.Expression;
import io.quarry.plan.Expr;
import io.quarry.plan.NamedExpr;
import io.quarry.plan.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The columns of an operator that aggregates groups of rows: the keys, then what it is asked for. */
final class GroupColumns {
    private final Analysis analysis;
    private final String operator;
    private final Projection columns = new Projection();
    private final UniqueNames names = new UniqueNames(List.of());
    private final Set<String> declared = new HashSet<>();
    private final List<Expression> keyNodes = new ArrayList<>();

    /** @param operator the name of the operator, for what is said of it */
    GroupColumns(Analysis analysis, String operator) {
        this.analysis = analysis;
        this.operator = operator;
    }

    /** The columns so far; the keys are the first columns of the aggregation. */
    Projection columns() {
        return columns;
    }

    /** The keys of the aggregation, which become the first columns. */
    List<NamedExpr> keys(List<Expression> items, Relation input) {
        List<NamedExpr> keys = new ArrayList<>();
        for (Expression item : items) {
            key(item, input).ifPresent(key -> {
                keys.add(key);
                keyNodes.add(Projection.value(item));
            });
        }
        return keys;
    }

    /** What an item asks for: one value, or those of a function that gives several. */
    List<NamedValue> values(Expression item, AggregateCollector collector) {
        MultipleAggregates multiple = new MultipleAggregates(analysis, collector, keyNodes);
        if (multiple.isMultiple(item)) {
            return multiple.columns(item);
        }
        if (SeveralValues.isCall(item, analysis)) {
            ScalarAnalyzer scalars = new ScalarAnalyzer(analysis, Relation.NONE, Optional.of(collector));
            return new SeveralValues(scalars).columns(item, SeveralValues.Unnamed.KEPT);
        }
        return List.of(single(item, collector));
    }

    private Optional<NamedExpr> key(Expression item, Relation input) {
        Scalar value = new Items(analysis).value(item, input);
        if (value.isKnown() && value.type() == Type.DYNAMIC) {
            refuseDynamic(item);
            value = Scalar.UNKNOWN;
        }
        Optional<Expression.Name> name = new Items(analysis).declared(item);
        boolean broken = !value.isKnown() && item instanceof Expression.Name;
        if (name.isPresent() && !broken && !declare(name.get())) {
            return Optional.empty();
        }
        String column = new Items(analysis)
                .name(new NamedValue(Optional.empty(), new ColumnNames(analysis).of(item), value), names);
        Expr reference = new Expr.Column(columns.columns().size(), value.type());
        columns.add(column, new Scalar(reference, value.shape()));
        return Optional.of(new NamedExpr(column, value.expr()));
    }

    /** The platform refuses such keys of summarize; of other operators nothing is said. */
    private void refuseDynamic(Expression item) {
        if (operator.equals("summarize")) {
            DynamicKeys.refuse(analysis, item.span(), operator);
        } else {
            analysis.unsupported(item.span(), "a dynamic value as a key of " + operator);
        }
    }

    private NamedValue single(Expression item, AggregateCollector collector) {
        Expression value = Projection.value(item);
        Scalar scalar = new ScalarAnalyzer(analysis, Relation.NONE, Optional.of(collector)).analyze(value);
        if (item instanceof Expression.Named named) {
            if (scalar.isKnown()) {
                new Items(analysis).refuseNames(item);
            }
            return new NamedValue(Optional.of(named.names().get(0)), Optional.empty(), scalar);
        }
        Optional<String> name = value instanceof Expression.Call call
                        && PlatformFunctions.aggregate(call.function().name()).isPresent()
                ? new ColumnNames(analysis).ofAggregate(call)
                : new ColumnNames(analysis).of(value);
        return new NamedValue(Optional.empty(), name, scalar);
    }

    /** Appends a column, unless its name was written before. */
    void add(NamedValue aggregate) {
        if (aggregate.declared().isPresent() && !declare(aggregate.declared().get())) {
            return;
        }
        columns.add(new Items(analysis).name(aggregate, names), aggregate.value());
    }

    private boolean declare(Expression.Name name) {
        if (declared.add(name.name())) {
            return true;
        }
        Span span = name.span();
        analysis.report(KqlCode.DUPLICATE_NAME, span, "the column '" + name.name() + "' is declared already");
        return false;
    }
}
