package io.quarry.functions.aggregate;

import io.quarry.data.Type;
import io.quarry.data.Vector;
import io.quarry.functions.Functions;
import io.quarry.functions.Language;
import io.quarry.plan.Accumulator;
import io.quarry.plan.AggregateFunction;
import io.quarry.plan.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Another aggregate whose last argument, a size, the query leaves out. */
final class Limited implements Accumulator {
    private final Accumulator accumulator;
    private final long size;

    private Limited(Accumulator accumulator, long size) {
        this.accumulator = accumulator;
        this.size = size;
    }

    /** The overloads of a KQL aggregate of a value and a size, with a default size. */
    static List<AggregateFunction> overloads(String name, String sized, long defaultSize) {
        List<AggregateFunction> overloads = new ArrayList<>();
        for (AggregateFunction function : Functions.aggregates(Language.KQL, sized)) {
            Signature signature = function.signature();
            if (signature.parameters().size() == 2) {
                overloads.add(new Listed(name, signature, function::accumulator));
                Signature shorter = new Signature(signature.parameters().subList(0, 1), false, signature.result());
                overloads.add(new Listed(name, shorter, () -> new Limited(function.accumulator(), defaultSize)));
            }
        }
        return overloads;
    }

    @Override
    public void add(int[] groups, int groupCount, Vector[] arguments, int rows) {
        Vector[] sized = Arrays.copyOf(arguments, arguments.length + 1);
        sized[arguments.length] = Vector.constant(Type.LONG, size, rows);
        accumulator.add(groups, groupCount, sized, rows);
    }

    @Override
    public void merge(Accumulator other, int[] groups, int groupCount) {
        accumulator.merge(((Limited) other).accumulator, groups, groupCount);
    }

    @Override
    public Vector results(int groupCount) {
        return accumulator.results(groupCount);
    }

    @Override
    public long bytes() {
        return accumulator.bytes();
    }
}
