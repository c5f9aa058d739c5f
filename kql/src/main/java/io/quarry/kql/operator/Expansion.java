package io.quarry.kql.operator;

import io.quarry.data.Type;
import io.quarry.kql.analysis.Analysis;
import io.quarry.kql.analysis.ColumnNames;
import io.quarry.kql.analysis.Elements;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.Projection;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.relation.UniqueNames;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.syntax.Operator;
import io.quarry.kql.syntax.OperatorParameter;
import io.quarry.kql.type.Shape;
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

/** The columns of rows that are repeated for each element of some of their values. */
final class Expansion {
    private static final Map<String, BagElements> KINDS =
            Map.of("bag", BagElements.ENTRIES, "array", BagElements.PAIRS);

    private final Analysis analysis;
    private final Relation input;
    private final int width;
    private final BagElements bags;
    private final List<NamedExpr> collections = new ArrayList<>();
    private final Projection columns;
    private final Set<String> expanded = new HashSet<>();
    private final Set<String> consumed = new HashSet<>();
    private Optional<String> index = Optional.empty();

    Expansion(Analysis analysis, Relation input, BagElements bags) {
        this(analysis, input, bags, input.schema().size());
    }

    /** @param width how many columns the rows have that are expanded: the input's come first */
    Expansion(Analysis analysis, Relation input, BagElements bags, int width) {
        this.bags = bags;
        this.analysis = analysis;
        this.input = input;
        this.width = width;
        this.columns = Projection.of(input);
    }

    void add(List<Operator.MvExpand.Expanded> items) {
        items.forEach(this::add);
    }

    private void add(Operator.MvExpand.Expanded item) {
        String name = name(item.value());
        if (!expanded.add(name)) {
            duplicate(item.value(), name);
            return;
        }
        if (item.value() instanceof Expression.Name) {
            consumed.add(name);
        }
        Scalar collection = collection(item);
        Expr element = new Expr.Column(width + collections.size(), Type.DYNAMIC);
        collections.add(new NamedExpr(name, collection.expr()));
        columns.put(
                name,
                collection.isKnown()
                        ? new Elements(analysis).typed(new Scalar(element, element(collection.shape())), item.type())
                        : unknown(item));
    }

    /** What is known of the elements: an array's have something in common, and those of a bag are bags of one entry. */
    private Shape element(Shape collection) {
        if (!(collection instanceof Shape.Bag)) {
            return collection.element();
        }
        return bags == BagElements.ENTRIES ? new Shape.Bag(Map.of()) : new Shape.Array(Shape.ANY);
    }

    private void duplicate(Expression item, String name) {
        if (item instanceof Expression.Named || item instanceof Expression.Name) {
            analysis.report(KqlCode.DUPLICATE_NAME, item.span(), "the column '" + name + "' is expanded already");
        } else {
            analysis.unsupported(item.span(), "expanding two values under one name");
        }
    }

    private String name(Expression item) {
        if (item instanceof Expression.Named named && named.names().size() > 1) {
            analysis.unsupported(named.span(), "several names for one expression");
        }
        return new ColumnNames(analysis).of(item).orElseGet(() -> analysis.unnamedColumn(input));
    }

    /** What is expanded; null of unknown meaning after an error. */
    private Scalar collection(Operator.MvExpand.Expanded item) {
        Expression node = Projection.value(item.value());
        Scalar value = analysis.scalar(node, input);
        if (!value.isKnown()) {
            return Scalar.UNKNOWN;
        }
        if (value.type() != Type.DYNAMIC) {
            analysis.report(
                    KqlCode.WRONG_TYPE,
                    item.value().span(),
                    "an array or bag is expanded, found a " + value.type().label(),
                    "read a text as JSON with parse_json()");
            return Scalar.UNKNOWN;
        }
        return value;
    }

    private static Scalar unknown(Operator.MvExpand.Expanded item) {
        return Scalar.unknown(item.type().map(Expression.TypeOf::type).orElse(Type.DYNAMIC));
    }

    /** Adds the column that {@code with_itemindex} names, numbered where the name is taken. */
    void index(List<OperatorParameter> parameters) {
        index = parameters.stream()
                .filter(parameter -> parameter.name().equals("with_itemindex"))
                .map(OperatorParameter::value)
                .findFirst();
        index.ifPresent(name -> {
            UniqueNames taken = new UniqueNames(
                    columns.columns().stream().map(NamedExpr::name).toList());
            columns.add(taken.take(name), Scalar.of(new Expr.Column(width + collections.size(), Type.LONG)));
        });
    }

    /** What becomes of bags. */
    static BagElements bags(Analysis analysis, List<OperatorParameter> parameters) {
        List<OperatorParameter> kinds = parameters.stream()
                .map(parameter -> parameter.name().equals("bagexpansion")
                        ? new OperatorParameter(parameter.span(), "kind", parameter.value(), parameter.valueSpan())
                        : parameter)
                .toList();
        return JoinOperator.kind(analysis, kinds, KINDS.keySet())
                .map(KINDS::get)
                .orElse(BagElements.ENTRIES);
    }

    /** The columns that are expanded under their own names, by which they are not to be had any more as they were. */
    Set<String> consumed() {
        return consumed;
    }

    /** The columns of the repeated rows: the input's, elements in the place of those of their names, then the others. */
    Projection columns() {
        return columns;
    }

    /** The rows repeated; {@link #columns} are over them. */
    Plan of(Plan rows, long limit) {
        return new Plan.Unnest(rows, collections, bags, index, limit);
    }
}
