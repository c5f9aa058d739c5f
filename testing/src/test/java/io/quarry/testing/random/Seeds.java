package io.quarry.testing.random;

import java.util.function.LongConsumer;

/** The seeds of a random test: {@code -Dquarry.seed=N} one, else {@code -Dquarry.plans=N} new ones, 200 unless said otherwise. */
final class Seeds {
    private Seeds() {}

    static void forEach(LongConsumer test) {
        Long only = Long.getLong("quarry.seed");
        if (only != null) {
            test.accept(only);
            return;
        }
        long first = System.nanoTime();
        for (long seed = first; seed < first + Long.getLong("quarry.plans", 200); seed++) {
            test.accept(seed);
        }
    }
}
