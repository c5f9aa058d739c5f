package io.quarry.functions.aggregate;

import io.quarry.processor.Aggregate;
import java.math.BigDecimal;
import java.math.MathContext;

/** The sum of a group's decimals. */
@Aggregate(
        kql = "sum",
        doc = "Sum of the values that are not null; of none, 0.",
        source = "Kusto Query Language reference, sum()")
final class SumOfDecimals {
    private BigDecimal sum = BigDecimal.ZERO;

    void add(BigDecimal value) {
        sum = sum.add(value);
    }

    void merge(SumOfDecimals later) {
        sum = sum.add(later.sum);
    }

    BigDecimal result() {
        return sum.round(MathContext.DECIMAL128);
    }
}
