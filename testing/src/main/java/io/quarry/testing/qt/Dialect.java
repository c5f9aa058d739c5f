package io.quarry.testing.qt;

import io.quarry.plan.Compilation;
import io.quarry.plan.SourceText;
import java.util.List;
import java.util.Optional;

/** A language of test files. */
interface Dialect {
    /** What a front end makes of a query that runs over a file's tables at a clock. */
    Compilation compile(SourceText text, List<QtTable> tables, long clock);

    /** The dialect that a query's head names. */
    static Optional<Dialect> ofLabel(String label) {
        return Optional.ofNullable(Dialects.BY_LABEL.get(label));
    }
}
