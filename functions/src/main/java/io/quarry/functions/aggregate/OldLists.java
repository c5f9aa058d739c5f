package io.quarry.functions.aggregate;

import io.quarry.plan.AggregateFunction;
import io.quarry.processor.Aggregate;
import java.util.List;

/** Old names of KQL's lists and sets, which stop at 128 elements unless the query gives a size. */
final class OldLists {
    private static final long DEFAULT_SIZE = 128;

    private OldLists() {}

    @Aggregate(
            kql = "makelist",
            doc = "Array of the first 128 values that are not null.",
            source = "Kusto Query Language reference, makelist()")
    static List<AggregateFunction> makeList() {
        return Limited.overloads("makelist", "make_list", DEFAULT_SIZE);
    }

    @Aggregate(
            kql = "makeset",
            doc = "Array of the first 128 distinct values that are not null.",
            source = "Kusto Query Language reference, makeset()")
    static List<AggregateFunction> makeSet() {
        return Limited.overloads("makeset", "make_set", DEFAULT_SIZE);
    }
}
