package io.quarry.kql.analysis;

import io.quarry.data.Schema;
import io.quarry.kql.catalog.NamePattern;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.syntax.Expression;
import java.util.ArrayList;
import java.util.List;

/** The columns that a name, a name with wildcards, or {@code *} stands for. */
public final class ColumnPatterns {
    private final Analysis analysis;

    public ColumnPatterns(Analysis analysis) {
        this.analysis = analysis;
    }

    /** Indices into the schema, in its order; what no column fits is reported. */
    public List<Integer> matches(Expression pattern, Relation input) {
        Schema schema = input.schema();
        if (pattern instanceof Expression.Name name) {
            int index = schema.indexOf(name.name());
            if (index < 0 && !input.isOpen()) {
                new UnknownNames(analysis).column(name, input);
            }
            return index < 0 ? List.of() : List.of(index);
        }
        String text = pattern instanceof Expression.Pattern wildcard ? wildcard.pattern() : "*";
        NamePattern names = new NamePattern(text);
        List<Integer> indices = new ArrayList<>();
        for (int i = 0; i < schema.size(); i++) {
            if (names.fits(schema.name(i))) {
                indices.add(i);
            }
        }
        if (indices.isEmpty() && pattern instanceof Expression.Pattern && input.extent() == Relation.Extent.CLOSED) {
            analysis.report(KqlCode.UNKNOWN_COLUMN, pattern.span(), "no column fits '" + text + "'");
        }
        return indices;
    }
}
