package io.quarry.kql.operator;

import io.quarry.kql.relation.Relation;

/**
 * A table of a union.
 *
 * @param source the name that {@code withsource} shows
 */
record Leg(String source, Relation rows, Presence presence) {
    enum Presence {
        READ,
        /** One of those that a wildcard stands for, without rows: it has columns, and nothing to read. */
        ABSENT
    }

    static Leg of(String source, Relation rows) {
        return new Leg(source, rows, Presence.READ);
    }

    boolean isRead() {
        return presence == Presence.READ;
    }

    Leg with(Relation other) {
        return new Leg(source, other, presence);
    }
}
