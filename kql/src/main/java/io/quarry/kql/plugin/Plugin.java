package io.quarry.kql.plugin;

import io.quarry.kql.relation.Relation;

/** A table function that {@code evaluate} calls. To add one: a class, and a line in {@link Plugins}. */
public interface Plugin {
    /** The rows that a call gives. */
    Relation apply(PluginCall call);
}
