package io.quarry.kql;

import io.quarry.kql.syntax.Expression;
import java.util.List;
import java.util.Optional;

/** The items of a list that makes columns: {@code name = expression}, or an expression that names itself. */
final class Items {
    private final Analysis analysis;

    Items(Analysis analysis) {
        this.analysis = analysis;
    }

    /** The value of an item over a row; a bare name that nothing bears is reported with a repair that keeps the name. */
    Scalar value(Expression item, Relation row) {
        if (item instanceof Expression.Named named && named.names().size() > 1) {
            analysis.unsupported(named.span(), "several names for one expression");
            return Scalar.UNKNOWN;
        }
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
    Optional<Expression.Name> declared(Expression item) {
        if (item instanceof Expression.Named named) {
            return Optional.of(named.names().get(0));
        }
        if (item instanceof Expression.Parenthesized parenthesized) {
            return declared(parenthesized.inner());
        }
        return item instanceof Expression.Name name ? Optional.of(name) : Optional.empty();
    }

    /** The column's name, made different from those that are taken. */
    String name(Expression item, UniqueNames names) {
        Optional<String> name = item instanceof Expression.Named named
                ? Optional.of(named.names().get(0).name())
                : new ColumnNames(analysis).of(item);
        return name.map(names::take).orElseGet(names::takeUnnamed);
    }

    /** True for a list that says {@code *}. */
    static boolean isAll(List<Expression> items) {
        return items.size() == 1 && items.get(0) instanceof Expression.Star;
    }
}
