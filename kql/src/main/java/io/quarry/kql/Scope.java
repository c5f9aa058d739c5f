package io.quarry.kql;

import io.quarry.kql.syntax.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The variables that are known at a place, by name. A scope grows by the statements that are read; inner ones hide. */
final class Scope {
    /** What a name stands for. */
    sealed interface Binding {}

    /** A value. */
    record Value(Scalar scalar) implements Binding {}

    /** A table. */
    record Table(Relation relation) implements Binding {}

    /** A function, with the scope that its body sees. */
    record Function(Statement.LetFunction declaration, Scope scope) implements Binding {}

    private final Optional<Scope> outer;
    private final Map<String, Binding> bindings = new HashMap<>();

    private Scope(Optional<Scope> outer) {
        this.outer = outer;
    }

    static Scope empty() {
        return new Scope(Optional.empty());
    }

    /** A scope inside of this one, which sees what this one holds now and later. */
    Scope inner() {
        return new Scope(Optional.of(this));
    }

    /** True if this scope itself, not one around it, has the name. */
    boolean declares(String name) {
        return bindings.containsKey(name);
    }

    void bind(String name, Binding binding) {
        bindings.put(name, binding);
    }

    Optional<Binding> find(String name) {
        Binding binding = bindings.get(name);
        return binding != null ? Optional.of(binding) : outer.flatMap(scope -> scope.find(name));
    }

    Optional<Relation> table(String name) {
        return find(name).map(binding -> binding instanceof Table table ? table.relation() : null);
    }

    /** All names, of the scopes around too. */
    List<String> names() {
        List<String> names = new ArrayList<>(bindings.keySet());
        outer.ifPresent(scope -> names.addAll(scope.names()));
        return names;
    }
}
