package io.quarry.data;

/** Where a query's tables come from. Safe for threads. */
@FunctionalInterface
public interface Tables {
    /**
     * The table of that name.
     *
     * @throws IllegalArgumentException if there is none; front ends have checked names against their catalog before
     */
    Table table(TableName name);
}
