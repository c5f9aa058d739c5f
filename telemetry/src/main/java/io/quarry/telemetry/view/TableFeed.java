package io.quarry.telemetry.view;

import io.quarry.telemetry.Event;

/** Makes rows of one table. */
sealed interface TableFeed permits ViewFeed, SigmaFeed, NoFeed {
    /** Adds the row that the event gives, if it gives one. */
    void feed(long number, Event event);

    TableBuilder rows();
}
