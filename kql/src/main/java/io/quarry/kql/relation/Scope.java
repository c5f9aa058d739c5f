package io.quarry.kql.relation;

import io.quarry.kql.syntax.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The variables that are known at a place, by name. A scope grows with the statements; inner scopes hide outer ones. */
public final class Scope {
    /** What a name stands for. */
    public sealed interface Binding {}

    /**
     * A value.
     *
     * @param depth where it was bound, as a number of tables around the place
     */
    public record Value(Scalar scalar, int depth) implements Binding {
        /** False at a place that does not have the rows over which the value is. */
        public boolean isReadableAt(int place) {
            return place == depth || !scalar.expr().readsColumns();
        }
    }

    /** A table. */
    public record Table(Relation relation) implements Binding {}

    /** A function, with the scope that its body sees. */
    public record Function(Statement.LetFunction declaration, Scope scope, Result result) implements Binding {
        /** What a call gives. */
        public enum Result {
            VALUE,
            TABLE
        }
    }

    /**
     * The row that a sequence has at a step of {@code scan}.
     *
     * @param columns the columns of that row
     * @param first the index of the first of them; empty for a step that no sequence has reached at the place
     * @param depth where it was bound, as a number of tables around the place
     */
    public record State(Relation columns, OptionalInt first, int depth) implements Binding {}

    private record Entry(int ordinal, Binding binding) {}

    private final Optional<Scope> outer;

    /** Of the outer scope, what was declared before this many others. */
    private final int outerLimit;

    private final Map<String, Entry> entries = new HashMap<>();
    private int declared;

    /** The function whose body this scope is of. */
    private final Optional<String> function;

    private Scope(Optional<Scope> outer, int outerLimit, Optional<String> function) {
        this.outer = outer;
        this.outerLimit = outerLimit;
        this.function = function;
    }

    public static Scope empty() {
        return new Scope(Optional.empty(), 0, Optional.empty());
    }

    /** A scope inside of this one, which sees what this one holds by now, and nothing that is declared later. */
    public Scope inner() {
        return new Scope(Optional.of(this), declared, Optional.empty());
    }

    /** As {@link #inner}, for the body of a function that is about to be declared. */
    public Scope ofBody(String name) {
        return new Scope(Optional.of(this), declared, Optional.of(name));
    }

    /** True inside of the body of a function of that name, which is not known there. */
    public boolean isInBodyOf(String name) {
        return function.filter(name::equals).isPresent()
                || outer.filter(scope -> scope.isInBodyOf(name)).isPresent();
    }

    /** True if this scope itself, not one around it, has the name. */
    public boolean declares(String name) {
        return entries.containsKey(name);
    }

    public void bind(String name, Binding binding) {
        entries.put(name, new Entry(declared++, binding));
    }

    public Optional<Binding> find(String name) {
        return find(name, Integer.MAX_VALUE);
    }

    private Optional<Binding> find(String name, int limit) {
        Entry entry = entries.get(name);
        return entry != null && entry.ordinal() < limit
                ? Optional.of(entry.binding())
                : outer.flatMap(scope -> scope.find(name, outerLimit));
    }

    /** All names that can be found, of the scopes around too. */
    public List<String> names() {
        return names(Integer.MAX_VALUE);
    }

    private List<String> names(int limit) {
        List<String> names = new ArrayList<>();
        entries.forEach((name, entry) -> {
            if (entry.ordinal() < limit) {
                names.add(name);
            }
        });
        outer.ifPresent(scope -> names.addAll(scope.names(outerLimit)));
        return names;
    }
}
