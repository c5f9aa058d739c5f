package io.quarry.functions.aggregate;

import io.quarry.plan.AggregateFunction;
import io.quarry.processor.Aggregate;
import java.util.List;

/** KQL's aggregates with a predicate. Where it is null, a row does not count. */
final class Conditionals {
    private Conditionals() {}

    @Aggregate(
            kql = "sumif",
            doc = "Sum where the predicate is true.",
            source = "Kusto Query Language reference, sumif()")
    static List<AggregateFunction> sumif() {
        return Conditional.overloads("sumif", "sum");
    }

    @Aggregate(
            kql = "minif",
            doc = "Smallest value where the predicate is true.",
            source = "Kusto Query Language reference, minif()")
    static List<AggregateFunction> minif() {
        return Conditional.overloads("minif", "min");
    }

    @Aggregate(
            kql = "maxif",
            doc = "Largest value where the predicate is true.",
            source = "Kusto Query Language reference, maxif()")
    static List<AggregateFunction> maxif() {
        return Conditional.overloads("maxif", "max");
    }

    @Aggregate(
            kql = "avgif",
            doc = "Mean where the predicate is true.",
            source = "Kusto Query Language reference, avgif()")
    static List<AggregateFunction> avgif() {
        return Conditional.overloads("avgif", "avg");
    }

    @Aggregate(
            kql = "dcountif",
            doc = "Number of distinct values where the predicate is true.",
            source = "Kusto Query Language reference, dcountif()")
    static List<AggregateFunction> dcountif() {
        return Conditional.overloads("dcountif", "dcount");
    }

    @Aggregate(
            kql = "count_distinctif",
            doc = "Number of distinct values where the predicate is true.",
            source = "Kusto Query Language reference, count_distinctif()")
    static List<AggregateFunction> countDistinctif() {
        return Conditional.overloads("count_distinctif", "count_distinct");
    }

    @Aggregate(
            kql = "make_list_if",
            doc = "Array of the values where the predicate is true.",
            source = "Kusto Query Language reference, make_list_if()")
    static List<AggregateFunction> makeListIf() {
        return Conditional.overloads("make_list_if", "make_list");
    }

    @Aggregate(
            kql = "make_set_if",
            doc = "Array of the distinct values where the predicate is true.",
            source = "Kusto Query Language reference, make_set_if()")
    static List<AggregateFunction> makeSetIf() {
        return Conditional.overloads("make_set_if", "make_set");
    }

    @Aggregate(
            kql = "make_bag_if",
            doc = "Bag of the entries where the predicate is true.",
            source = "Kusto Query Language reference, make_bag_if()")
    static List<AggregateFunction> makeBagIf() {
        return Conditional.overloads("make_bag_if", "make_bag");
    }

    @Aggregate(
            kql = {"take_anyif", "anyif"},
            doc = "A value where the predicate is true.",
            source = "Kusto Query Language reference, take_anyif()")
    static List<AggregateFunction> takeAnyif() {
        return Conditional.overloads("take_anyif", "take_any");
    }

    @Aggregate(
            kql = "stdevif",
            doc = "Standard deviation of a sample where the predicate is true.",
            source = "Kusto Query Language reference, stdevif()")
    static List<AggregateFunction> stdevif() {
        return Conditional.overloads("stdevif", "stdev");
    }

    @Aggregate(
            kql = "varianceif",
            doc = "Variance of a sample where the predicate is true.",
            source = "Kusto Query Language reference, varianceif()")
    static List<AggregateFunction> varianceif() {
        return Conditional.overloads("varianceif", "variance");
    }

    @Aggregate(
            kql = "variancepif",
            doc = "Variance of a population where the predicate is true.",
            source = "Kusto Query Language reference, variancepif()")
    static List<AggregateFunction> variancepif() {
        return Conditional.overloads("variancepif", "variancep");
    }

    @Aggregate(
            kql = "hll_if",
            doc = "State of the distinct values where the predicate is true.",
            source = "Kusto Query Language reference, hll_if()")
    static List<AggregateFunction> hllIf() {
        return Conditional.overloads("hll_if", "hll");
    }

    @Aggregate(
            kql = "covarianceif",
            doc = "Covariance of the pairs as a sample where the predicate is true.",
            source = "Kusto Query Language reference, covarianceif()")
    static List<AggregateFunction> covarianceif() {
        return Conditional.overloads("covarianceif", "covariance", 2);
    }

    @Aggregate(
            kql = "covariancepif",
            doc = "Covariance of the pairs as a population where the predicate is true.",
            source = "Kusto Query Language reference, covariancepif()")
    static List<AggregateFunction> covariancepif() {
        return Conditional.overloads("covariancepif", "covariancep", 2);
    }
}
