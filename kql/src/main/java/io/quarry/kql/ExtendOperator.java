package io.quarry.kql;

import io.quarry.kql.syntax.Expression;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code extend}: columns more, or others in the place of columns of the same name. All items see the input only, so
 * {@code extend a = c, c = a} swaps.
 */
final class ExtendOperator {
    private final Analysis analysis;

    ExtendOperator(Analysis analysis) {
        this.analysis = analysis;
    }

    Relation apply(List<Expression> items, Relation input) {
        Projection columns = Projection.of(input);
        Set<String> added = new HashSet<>();
        UniqueNames names = new UniqueNames(input.schema().names());
        for (Expression item : items) {
            Scalar value = analysis.scalar(Projection.value(item), input);
            String name;
            if (item instanceof Expression.Named named) {
                name = declared(named, added);
            } else {
                Optional<String> given = new ColumnNames(analysis).of(item);
                name = given.orElseGet(names::takeUnnamed);
            }
            added.add(name);
            columns.put(name, value);
        }
        return columns.over(input);
    }

    private String declared(Expression.Named named, Set<String> added) {
        Expression.Name name = named.names().get(0);
        if (named.names().size() > 1) {
            analysis.unsupported(named.span(), "several names for one expression");
        }
        if (added.contains(name.name())) {
            analysis.report(
                    KqlCode.DUPLICATE_NAME, name.span(), "the column '" + name.name() + "' is declared already");
        }
        return name.name();
    }
}
