package io.quarry.functions.aggregate;

import io.quarry.data.BoolVector;
import io.quarry.data.Type;
import io.quarry.data.Vector;
import io.quarry.functions.Functions;
import io.quarry.functions.Language;
import io.quarry.plan.Accumulator;
import io.quarry.plan.AggregateFunction;
import io.quarry.plan.Signature;
import java.util.ArrayList;
import java.util.List;

/** Another aggregate over the rows where one of the arguments, which it does not see, is true. */
final class Conditional implements Accumulator {
    private final Accumulator accumulator;
    private final int place;

    private Conditional(Accumulator accumulator, int place) {
        this.accumulator = accumulator;
        this.place = place;
    }

    /** The overloads of a KQL aggregate with a predicate as second parameter. */
    static List<AggregateFunction> overloads(String name, String unconditional) {
        return overloads(name, unconditional, 1);
    }

    /** The overloads of a KQL aggregate with a predicate as parameter {@code place}, from 0. */
    static List<AggregateFunction> overloads(String name, String unconditional, int place) {
        List<AggregateFunction> overloads = new ArrayList<>();
        for (AggregateFunction function : Functions.aggregates(Language.KQL, unconditional)) {
            List<Type> types = new ArrayList<>(function.signature().parameters());
            types.add(place, Type.BOOL);
            Signature signature =
                    new Signature(types, false, function.signature().result());
            overloads.add(new Listed(name, signature, () -> new Conditional(function.accumulator(), place)));
        }
        return overloads;
    }

    @Override
    public void add(int[] groups, int groupCount, Vector[] arguments, int rows) {
        BoolVector condition = (BoolVector) arguments[place];
        int[] kept = new int[rows];
        int[] keptGroups = new int[rows];
        int count = 0;
        for (int row = 0; row < rows; row++) {
            if (condition.isTrue(row)) {
                kept[count] = row;
                keptGroups[count++] = groups[row];
            }
        }
        Vector[] others = new Vector[arguments.length - 1];
        for (int i = 0; i < others.length; i++) {
            others[i] = arguments[i < place ? i : i + 1].take(kept, count);
        }
        accumulator.add(keptGroups, groupCount, others, count);
    }

    @Override
    public void merge(Accumulator other, int[] groups, int groupCount) {
        accumulator.merge(((Conditional) other).accumulator, groups, groupCount);
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
