package io.quarry.functions.number;

import io.quarry.processor.Scalar;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Random values, new for every row. */
final class Chance {
    private Chance() {}

    @Scalar(
            kql = "rand",
            doc = "A random number from 0 up to but not including 1.",
            source = "Kusto Query Language reference, rand()",
            deterministic = false)
    static double rand() {
        return ThreadLocalRandom.current().nextDouble();
    }

    @Scalar(
            kql = "rand",
            doc = "A random whole number from 0 up to but not including the limit.",
            source = "Kusto Query Language reference, rand()",
            deterministic = false)
    static double rand(long limit) {
        return limit <= 1 ? rand() : ThreadLocalRandom.current().nextLong(limit);
    }

    @Scalar(
            kql = "new_guid",
            doc = "A random guid.",
            source = "Kusto Query Language reference, new_guid()",
            deterministic = false)
    static UUID guid() {
        return UUID.randomUUID();
    }
}
