package io.quarry.kql.operator;

import io.quarry.kql.analysis.Analysis;
import io.quarry.kql.analysis.Items;
import io.quarry.kql.analysis.SeveralValues;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.NamedValue;
import io.quarry.kql.relation.Projection;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.relation.UniqueNames;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.syntax.Operator;
import java.util.List;
import java.util.Optional;

/** {@code print}: one row of values. A value without a name is called {@code print_} and its position. */
final class PrintOperator {
    private final Analysis analysis;

    PrintOperator(Analysis analysis) {
        this.analysis = analysis;
    }

    Relation apply(Operator.Print print, Relation input) {
        Projection columns = new Projection();
        UniqueNames names = new UniqueNames(List.of());
        for (int i = 0; i < print.items().size(); i++) {
            Expression item = print.items().get(i);
            for (NamedValue column : columns(item, input)) {
                Optional<Expression.Name> declared = column.declared();
                if (declared.isPresent() && columns.indexOf(declared.get().name()) >= 0) {
                    analysis.report(
                            KqlCode.DUPLICATE_NAME,
                            declared.get().span(),
                            "the column '" + declared.get().name() + "' is declared already");
                }
                String name = declared.map(Expression.Name::name)
                        .or(column::automatic)
                        .orElse("print_" + i);
                columns.add(names.take(name), column.value());
            }
        }
        return columns.over(input).serialized();
    }

    private List<NamedValue> columns(Expression item, Relation input) {
        if (SeveralValues.isCall(item, analysis)) {
            return new Items(analysis).columns(item, input, SeveralValues.Unnamed.DROPPED);
        }
        Optional<Expression.Name> declared = item instanceof Expression.Named named
                ? Optional.of(named.names().get(0))
                : Optional.empty();
        return List.of(new NamedValue(declared, Optional.empty(), new Items(analysis).value(item, input)));
    }
}
