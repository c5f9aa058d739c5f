package io.quarry.testing.qt;

import io.quarry.data.Platform;
import java.util.Map;

/** The languages that test files may use, by the words that start a query. */
final class Dialects {
    static final Map<String, Dialect> BY_LABEL = Map.of(
            "kql", new KqlDialect(Platform.SENTINEL),
            "kql defender", new KqlDialect(Platform.DEFENDER),
            "kql unified", new KqlDialect(Platform.UNIFIED),
            "aql", new AqlDialect(),
            "sigma", new SigmaDialect());

    private Dialects() {}
}
