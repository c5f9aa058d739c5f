package io.quarry.testing.qt;

import java.util.Map;

/** The languages that test files may use, by the words that start a query. */
final class Dialects {
    static final Map<String, Dialect> BY_LABEL = Map.of("aql", new AqlDialect(), "sigma", new SigmaDialect());

    private Dialects() {}
}
