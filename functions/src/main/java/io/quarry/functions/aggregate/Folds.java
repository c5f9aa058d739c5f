package io.quarry.functions.aggregate;

import io.quarry.data.Type;
import io.quarry.plan.AggregateFunction;
import io.quarry.plan.Signature;
import io.quarry.processor.Aggregate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/** Counts, and the aggregates of numbers and times that fold primitive values. */
final class Folds {
    private static final List<Type> LONGS = List.of(Type.INT, Type.LONG, Type.DATETIME, Type.TIMESPAN);

    private Folds() {}

    @Aggregate(
            kql = {"count", "cnt"},
            doc = "Number of rows.",
            source = "Kusto Query Language reference, count()")
    static List<AggregateFunction> count() {
        return List.of(new Listed("count", new Signature(List.of(), false, Type.LONG), RowCount::new));
    }

    @Aggregate(
            kql = "countif",
            doc = "Number of rows where the predicate is true.",
            source = "Kusto Query Language reference, countif()")
    static List<AggregateFunction> countIf() {
        return List.of(new Listed("countif", new Signature(List.of(Type.BOOL), false, Type.LONG), RowCount::new));
    }

    @Aggregate(
            kql = "sum",
            doc = "Sum of the values that are not null; of none, 0. Wraps around.",
            source = "Kusto Query Language reference, sum()")
    static List<AggregateFunction> sum() {
        List<AggregateFunction> sums = new ArrayList<>();
        for (Type type : List.of(Type.LONG, Type.TIMESPAN)) {
            sums.add(fold("sum", type, LongOperation.SUM, 0L));
        }
        return sums;
    }

    @Aggregate(
            kql = "min",
            doc = "Smallest of the values that are not null; of none, null. NaN wins.",
            source = "Kusto Query Language reference, min(); answers of the Kusto emulator for NaN")
    static List<AggregateFunction> min() {
        return extremes("min", LongOperation.MIN, Math::min);
    }

    @Aggregate(
            kql = "max",
            doc = "Largest of the values that are not null; of none, null. NaN wins.",
            source = "Kusto Query Language reference, max(); answers of the Kusto emulator for NaN")
    static List<AggregateFunction> max() {
        return extremes("max", LongOperation.MAX, Math::max);
    }

    @Aggregate(
            kql = "binary_all_and",
            doc = "Bitwise and of all values.",
            source = "Kusto Query Language reference, binary_all_and()")
    static List<AggregateFunction> allAnd() {
        return bits("binary_all_and", LongOperation.AND);
    }

    @Aggregate(
            kql = "binary_all_or",
            doc = "Bitwise or of all values.",
            source = "Kusto Query Language reference, binary_all_or()")
    static List<AggregateFunction> allOr() {
        return bits("binary_all_or", LongOperation.OR);
    }

    @Aggregate(
            kql = "binary_all_xor",
            doc = "Bitwise exclusive or of all values.",
            source = "Kusto Query Language reference, binary_all_xor()")
    static List<AggregateFunction> allXor() {
        return bits("binary_all_xor", LongOperation.XOR);
    }

    private static List<AggregateFunction> extremes(String name, LongOperation longs, DoubleBinaryOperator reals) {
        List<AggregateFunction> extremes = new ArrayList<>();
        for (Type type : LONGS) {
            extremes.add(fold(name, type, longs, null));
        }
        Signature ofReals = new Signature(List.of(Type.REAL), false, Type.REAL);
        extremes.add(new Listed(name, ofReals, () -> new RealFold(reals)));
        return extremes;
    }

    private static List<AggregateFunction> bits(String name, LongOperation operation) {
        List<AggregateFunction> bits = new ArrayList<>();
        for (Type type : List.of(Type.INT, Type.LONG, Type.TIMESPAN)) {
            bits.add(fold(name, type, operation, null));
        }
        return bits;
    }

    private static AggregateFunction fold(String name, Type type, LongOperation operation, Long ofNone) {
        return new Listed(name, new Signature(List.of(type), false, type), () -> new LongFold(type, operation, ofNone));
    }
}
