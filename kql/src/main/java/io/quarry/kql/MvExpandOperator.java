package io.quarry.kql;

import io.quarry.data.Type;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.syntax.Operator;
import io.quarry.kql.syntax.OperatorParameter;
import io.quarry.plan.BagElements;
import io.quarry.plan.Expr;
import io.quarry.plan.NamedExpr;
import io.quarry.plan.Plan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code mv-expand}: a row for each element of arrays and bags. An element takes the place of the column of its name, else
 * its column goes last.
 */
final class MvExpandOperator {
    private static final Map<String, BagElements> KINDS =
            Map.of("bag", BagElements.ENTRIES, "array", BagElements.PAIRS);

    private final Analysis analysis;

    MvExpandOperator(Analysis analysis) {
        this.analysis = analysis;
    }

    Relation apply(Operator.MvExpand expand, Relation input) {
        List<NamedExpr> collections = new ArrayList<>();
        Projection columns = Projection.of(input);
        UniqueNames names = new UniqueNames(input.schema().names());
        Set<String> expanded = new HashSet<>();
        for (Operator.MvExpand.Expanded item : expand.items()) {
            String name = name(item.value(), names);
            if (!expanded.add(name)) {
                analysis.unsupported(item.value().span(), "expanding two values under one name");
            }
            Scalar collection = collection(item, input);
            Expr element = new Expr.Column(input.schema().size() + collections.size(), Type.DYNAMIC);
            collections.add(new NamedExpr(name, collection.expr()));
            columns.put(
                    name, collection.isKnown() ? new Elements(analysis).typed(element, item.type()) : unknown(item));
        }
        Optional<String> index = index(expand.parameters(), columns);
        index.ifPresent(name ->
                columns.add(name, Scalar.of(new Expr.Column(input.schema().size() + collections.size(), Type.LONG))));
        long limit = expand.limit()
                .map(rows -> new Counts(analysis).rows(rows).orElseThrow())
                .orElse(expand.unwrittenLimit());
        return columns.over(
                input.then(new Plan.Unnest(input.plan(), collections, bags(expand.parameters()), index, limit)));
    }

    private String name(Expression item, UniqueNames names) {
        if (item instanceof Expression.Named named && named.names().size() > 1) {
            analysis.unsupported(named.span(), "several names for one expression");
        }
        return new ColumnNames(analysis).of(item).orElseGet(names::takeUnnamed);
    }

    /** What is expanded; null of unknown meaning after an error. */
    private Scalar collection(Operator.MvExpand.Expanded item, Relation input) {
        Expression node = Projection.value(item.value());
        Scalar value = analysis.scalar(node, input);
        if (!value.isKnown()) {
            return Scalar.UNKNOWN;
        }
        if (value.type() != Type.DYNAMIC) {
            analysis.report(
                    KqlCode.WRONG_TYPE,
                    node.span(),
                    "mv-expand takes a dynamic value, found " + value.type().label(),
                    "read a text as JSON with parse_json()");
            return Scalar.UNKNOWN;
        }
        return value;
    }

    private static Scalar unknown(Operator.MvExpand.Expanded item) {
        return Scalar.unknown(item.type().map(Expression.TypeOf::type).orElse(Type.DYNAMIC));
    }

    private BagElements bags(List<OperatorParameter> parameters) {
        List<OperatorParameter> kinds = parameters.stream()
                .map(parameter -> parameter.name().equals("bagexpansion")
                        ? new OperatorParameter(parameter.span(), "kind", parameter.value(), parameter.valueSpan())
                        : parameter)
                .toList();
        return JoinOperator.kind(analysis, kinds, KINDS.keySet())
                .map(KINDS::get)
                .orElse(BagElements.ENTRIES);
    }

    private Optional<String> index(List<OperatorParameter> parameters, Projection columns) {
        Optional<OperatorParameter> index = parameters.stream()
                .filter(parameter -> parameter.name().equals("with_itemindex"))
                .findFirst();
        if (index.isPresent() && columns.indexOf(index.get().value()) >= 0) {
            analysis.unsupported(index.get().valueSpan(), "with_itemindex under the name of another column");
            return Optional.empty();
        }
        return index.map(OperatorParameter::value);
    }
}
