package io.quarry.kql.operator;

import io.quarry.kql.analysis.Analysis;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.syntax.Operator;
import io.quarry.kql.syntax.OperatorParameter;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code union}: the rows of several tables, in the columns that {@link UnionColumns} finds for them. */
final class UnionOperator {
    private static final Set<String> TRUTHS = Set.of("true", "True", "TRUE", "false", "False", "FALSE");

    private final Analysis analysis;

    UnionOperator(Analysis analysis) {
        this.analysis = analysis;
    }

    Relation apply(Operator.Union union, Relation input) {
        Legs legs = new Legs(analysis, "union_arg");
        if (input != Relation.NO_INPUT) {
            legs.addPiped(input);
        }
        boolean fuzzy = isFuzzy(union);
        boolean missing = false;
        for (Expression operand : union.operands()) {
            if (!fuzzy || exists(operand)) {
                legs.add(operand);
            } else {
                missing = true;
            }
        }
        boolean inner = JoinOperator.kind(analysis, union.parameters(), Set.of("inner", "outer"))
                .filter("inner"::equals)
                .isPresent();
        Optional<String> source = parameter(union, "withsource").or(() -> parameter(union, "with_source"));
        List<UnionColumns.Column> columns =
                inner ? UnionColumns.common(legs.all(), source) : UnionColumns.all(legs.all(), source);
        Relation rows = legs.united(columns, source);
        return missing ? withoutSome(rows, legs.all().isEmpty()) : rows;
    }

    /** Where nothing is left, there is no row that an unknown column could be wrong about. */
    private static Relation withoutSome(Relation rows, boolean all) {
        return all || rows.isOpen() ? rows.opened() : rows.with(Relation.Extent.FUZZY);
    }

    /** False if what an operand reads is no known name. */
    private boolean exists(Expression operand) {
        if (operand instanceof Expression.Parenthesized parenthesized) {
            return exists(parenthesized.inner());
        }
        if (operand instanceof Expression.Pipe pipe) {
            return exists(pipe.source());
        }
        return !(operand instanceof Expression.Name name)
                || analysis.scope().find(name.name()).isPresent()
                || analysis.catalog().find(name.name()).isPresent();
    }

    private boolean isFuzzy(Operator.Union union) {
        Optional<OperatorParameter> written = union.parameters().stream()
                .filter(parameter -> parameter.name().equals("isfuzzy"))
                .findFirst();
        written.filter(parameter -> !TRUTHS.contains(parameter.value()))
                .ifPresent(parameter -> analysis.report(
                        KqlCode.UNKNOWN_KIND,
                        parameter.valueSpan(),
                        "isfuzzy is true or false, found " + parameter.value()));
        return written.filter(parameter -> parameter.value().equalsIgnoreCase("true"))
                .isPresent();
    }

    private static Optional<String> parameter(Operator.Union union, String name) {
        return union.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(OperatorParameter::value)
                .findFirst();
    }
}
