package io.quarry.kql.operator;

import io.quarry.kql.analysis.Analysis;
import io.quarry.kql.analysis.Counts;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.syntax.Operator;

/**
 * {@code mv-expand}: a row for each element of arrays and bags. An element takes the place of the column of its name, else
 * its column goes last.
 */
final class MvExpandOperator {
    private final Analysis analysis;

    MvExpandOperator(Analysis analysis) {
        this.analysis = analysis;
    }

    Relation apply(Operator.MvExpand expand, Relation input) {
        Expansion expansion = new Expansion(analysis, input, Expansion.bags(analysis, expand.parameters()));
        expansion.add(expand.items());
        expansion.index(expand.parameters());
        long limit = expand.limit()
                .map(rows -> new Counts(analysis).rows(rows).orElseThrow())
                .orElse(expand.unwrittenLimit());
        return expansion.columns().over(input.then(expansion.of(input.plan(), limit)));
    }
}
