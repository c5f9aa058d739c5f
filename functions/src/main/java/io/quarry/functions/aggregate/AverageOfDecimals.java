package io.quarry.functions.aggregate;

import io.quarry.processor.Aggregate;
import java.math.BigDecimal;
import java.math.MathContext;

/** The mean of a group's decimals. */
@Aggregate(
        kql = "avg",
        doc = "Mean of the values that are not null; of none, null.",
        source = "Kusto Query Language reference, avg()")
final class AverageOfDecimals {
    private BigDecimal sum = BigDecimal.ZERO;
    private long count;

    void add(BigDecimal value) {
        sum = sum.add(value);
        count++;
    }

    void merge(AverageOfDecimals later) {
        sum = sum.add(later.sum);
        count += later.count;
    }

    BigDecimal result() {
        return count == 0 ? null : sum.divide(BigDecimal.valueOf(count), MathContext.DECIMAL128);
    }
}
