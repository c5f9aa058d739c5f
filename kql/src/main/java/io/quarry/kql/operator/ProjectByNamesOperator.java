package io.quarry.kql.operator;

import io.quarry.kql.analysis.Analysis;
import io.quarry.kql.catalog.NamePattern;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.Projection;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.syntax.Operator;
import io.quarry.kql.type.Constants;
import io.quarry.plan.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code project-by-names}: the columns that constant texts name, in the order of these. A text may have wildcards; what names
 * no column is left out.
 */
final class ProjectByNamesOperator {
    private final Analysis analysis;

    ProjectByNamesOperator(Analysis analysis) {
        this.analysis = analysis;
    }

    Relation apply(Operator.ProjectByNames project, Relation input) {
        Projection columns = new Projection();
        for (Expression node : project.names()) {
            for (String pattern : patterns(node)) {
                NamePattern names = new NamePattern(pattern);
                for (int i = 0; i < input.schema().size(); i++) {
                    String name = input.schema().name(i);
                    if (names.fits(name) && columns.indexOf(name) < 0) {
                        columns.add(name, input.column(i));
                    }
                }
            }
        }
        return columns.over(input);
    }

    private List<String> patterns(Expression node) {
        Scalar value = analysis.constant(node);
        if (!value.isKnown()) {
            return List.of();
        }
        Optional<Object> constant = Constants.literal(value.expr()).map(Expr.Literal::value);
        List<?> items = constant.filter(List.class::isInstance)
                .<List<?>>map(List.class::cast)
                .orElseGet(() -> constant.<List<?>>map(List::of).orElse(List.of()));
        List<String> patterns = new ArrayList<>();
        for (Object item : items) {
            if (item instanceof String text) {
                patterns.add(text);
            }
        }
        if (patterns.size() < items.size() || constant.isEmpty()) {
            analysis.report(
                    KqlCode.CONSTANT_EXPECTED,
                    node.span(),
                    "project-by-names takes constant texts, and constant arrays of them");
        }
        return patterns;
    }
}
