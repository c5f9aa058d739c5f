package io.quarry.kql.analysis;

import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.NamedValue;
import io.quarry.kql.relation.Projection;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.relation.UniqueNames;
import io.quarry.kql.syntax.Expression;
import java.util.List;
import java.util.Optional;

/** The items of a list that makes columns: {@code name = expression}, or an expression that names itself. */
public final class Items {
    private final Analysis analysis;

    public Items(Analysis analysis) {
        this.analysis = analysis;
    }

    /** The columns that an item becomes. */
    public List<NamedValue> columns(Expression item, Relation row, SeveralValues.Unnamed unnamed) {
        return SeveralValues.isCall(item, analysis)
                ? new SeveralValues(new ScalarAnalyzer(analysis, row)).columns(item, unnamed)
                : List.of(new NamedValue(declared(item), automatic(item), value(item, row)));
    }

    private Optional<String> automatic(Expression item) {
        return item instanceof Expression.Named ? Optional.empty() : new ColumnNames(analysis).of(item);
    }

    /** Reports several names for what has one value. */
    public void refuseNames(Expression item) {
        if (item instanceof Expression.Named named) {
            refuseNames(named.names(), 1, "the expression");
        }
    }

    /**
     * Reports names for which there is no value.
     *
     * @param giver what gives the values, for the message
     */
    public void refuseNames(List<Expression.Name> names, int values, String giver) {
        if (names.size() > values) {
            analysis.report(
                    KqlCode.NAME_WITHOUT_VALUE,
                    names.get(values).span(),
                    giver + " gives " + values + (values == 1 ? " value" : " values") + ", found " + names.size()
                            + " names");
        }
    }

    /** The value of an item over a row; a bare name that nothing bears is reported with a repair that keeps the name. */
    public Scalar value(Expression item, Relation row) {
        refuseNames(item);
        boolean unknown = item instanceof Expression.Name name
                && row.column(name.name()).isEmpty()
                && analysis.scope().find(name.name()).isEmpty();
        if (unknown) {
            new UnknownNames(analysis).item((Expression.Name) item, row);
            return Scalar.UNKNOWN;
        }
        return analysis.scalar(Projection.value(item), row);
    }

    /** The name that an item declares: an explicit one, or a column's own. */
    public Optional<Expression.Name> declared(Expression item) {
        if (item instanceof Expression.Named named) {
            return Optional.of(named.names().get(0));
        }
        if (item instanceof Expression.Parenthesized parenthesized) {
            return declared(parenthesized.inner());
        }
        return item instanceof Expression.Name name ? Optional.of(name) : Optional.empty();
    }

    /** The name that an item gives itself, or that it has of what it is; empty if it has none. */
    public Optional<String> written(Expression item) {
        return item instanceof Expression.Named named
                ? Optional.of(named.names().get(0).name())
                : new ColumnNames(analysis).of(item);
    }

    /** The column's name, made different from those that are taken. */
    public String name(NamedValue column, UniqueNames names) {
        Optional<String> name = column.declared().map(Expression.Name::name).or(column::automatic);
        return names.take(name.orElseGet(() -> analysis.unnamedColumn(Relation.NONE)));
    }

    /** True for a list that says {@code *}. */
    public static boolean isAll(List<Expression> items) {
        return items.size() == 1 && items.get(0) instanceof Expression.Star;
    }
}
