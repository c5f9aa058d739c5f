package io.quarry.telemetry.view;

import io.quarry.telemetry.Event;

/** A table that no telemetry fills. */
record NoFeed(TableBuilder rows) implements TableFeed {
    @Override
    public void feed(long number, Event event) {}
}
