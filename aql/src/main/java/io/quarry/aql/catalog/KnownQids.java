package io.quarry.aql.catalog;

import java.util.Collections;
import java.util.SortedMap;

/** The QIDs that events read from files have: QRadar's list is not public, and translators of rules name a few. */
public final class KnownQids {
    private static final SortedMap<Long, String> EVENTS = Collections.unmodifiableSortedMap(CatalogFiles.qids());

    private KnownQids() {}

    /** Each with the event that has it, as {@code Sysmon 10}; in ascending order. */
    public static SortedMap<Long, String> events() {
        return EVENTS;
    }
}
