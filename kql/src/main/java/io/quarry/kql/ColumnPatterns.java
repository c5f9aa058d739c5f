package io.quarry.kql;

import io.quarry.data.Schema;
import io.quarry.kql.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The columns that a name, a name with wildcards, or {@code *} stands for. */
final class ColumnPatterns {
    private final Analysis analysis;

    ColumnPatterns(Analysis analysis) {
        this.analysis = analysis;
    }

    /** Indices into the schema, in its order; what no column fits is reported. */
    List<Integer> matches(Expression pattern, Relation input) {
        Schema schema = input.schema();
        if (pattern instanceof Expression.Name name) {
            int index = schema.indexOf(name.name());
            if (index < 0 && !input.isOpen()) {
                new UnknownNames(analysis).column(name, input);
            }
            return index < 0 ? List.of() : List.of(index);
        }
        String text = pattern instanceof Expression.Pattern wildcard ? wildcard.pattern() : "*";
        List<Integer> indices = new ArrayList<>();
        for (int i = 0; i < schema.size(); i++) {
            if (matches(text, schema.name(i))) {
                indices.add(i);
            }
        }
        if (indices.isEmpty() && pattern instanceof Expression.Pattern && input.extent() == Relation.Extent.CLOSED) {
            analysis.report(KqlCode.UNKNOWN_COLUMN, pattern.span(), "no column fits '" + text + "'");
        }
        return indices;
    }

    /** True if a name fits a pattern, where {@code *} is any text. */
    static boolean matches(String pattern, String name) {
        StringBuilder regex = new StringBuilder();
        for (String part : pattern.split("\\*", -1)) {
            regex.append(regex.isEmpty() ? "" : ".*").append(Pattern.quote(part));
        }
        return Pattern.matches(regex.toString(), name);
    }
}
