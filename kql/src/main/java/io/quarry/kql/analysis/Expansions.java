package io.quarry.kql.analysis;

import io.quarry.kql.syntax.Statement;
import io.quarry.plan.Plan;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * What one analysis counts: the expansions of functions, since a few lines can stand for millions of calls; the functions that
 * were checked where they are declared; columns without a name; and the uses of tables of chance that are materialized.
 */
public final class Expansions {
    private static final int MOST_CALLS = 2_000;
    private static final int DEEPEST = 50;

    private final Set<Plan> materialized = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Plan> used = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Statement.LetFunction> checked;
    private int valuesOfChance;
    private int calls;
    private final Deque<Integer> unnamedOutside = new ArrayDeque<>();
    private int unnamed;

    /** For an analysis from its beginning. */
    Expansions() {
        this(Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private Expansions(Set<Statement.LetFunction> checked) {
        this.checked = checked;
    }

    /** For a part that is looked at on its own: counts from zero. */
    Expansions afresh() {
        return new Expansions(checked);
    }

    /** Notes that a function's declaration is checked; false if it has been. */
    boolean checks(Statement.LetFunction declaration) {
        return checked.add(declaration);
    }

    /** Begins the expansion of a call; {@link #leave} ends it. False if there were too many, or they are too deep. */
    boolean enter() {
        calls++;
        unnamedOutside.push(unnamed);
        unnamed = 0;
        return calls <= MOST_CALLS && unnamedOutside.size() <= DEEPEST;
    }

    void leave() {
        unnamed = unnamedOutside.pop();
    }

    /** The number of the next column that nothing names: they are counted through a text, and from 1 in a function. */
    int nextUnnamed() {
        return ++unnamed;
    }

    /** A number that no other value of chance has, so that equal ones are not taken for the same. */
    int nextOfChance() {
        return ++valuesOfChance;
    }

    /** Notes that a plan, though chance decides on it, is to give the same rows wherever it stands. */
    public void materialize(Plan plan) {
        materialized.add(plan);
    }

    /** Notes a use of a table; true if it has a materialized part that was used before. */
    public boolean usesAgain(Plan plan) {
        boolean again = materialized.contains(plan) && !used.add(plan);
        for (Plan input : plan.inputs()) {
            again |= usesAgain(input);
        }
        return again;
    }

    public boolean hasMaterialized() {
        return !materialized.isEmpty();
    }
}
