package io.quarry.telemetry.view;

import io.quarry.telemetry.Event;

/**
 * A value that one event tells: a {@link String}, {@link Long}, {@link Boolean}, a {@link java.util.List} or a {@link
 * java.util.Map} with text keys; null where the event does not tell. Safe for threads.
 */
@FunctionalInterface
interface EventExpression {
    Object of(Event event);
}
