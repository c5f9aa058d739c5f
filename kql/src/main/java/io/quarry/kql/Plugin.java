package io.quarry.kql;

/** A table function that {@code evaluate} calls. To add one: a class, and a line in {@link Plugins}. */
interface Plugin {
    /** The rows that a call gives. */
    Relation apply(PluginCall call);
}
