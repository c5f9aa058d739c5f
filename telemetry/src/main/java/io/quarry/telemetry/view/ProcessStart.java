package io.quarry.telemetry.view;

import java.util.Optional;

/**
 * One record of a process start.
 *
 * @param rank the place of its kind in the list of kinds: of two records of one start, the lower rank is the better
 * @param event number of the event
 * @param time in ticks; {@link io.quarry.telemetry.EventHeader#NO_TIME} if unknown
 */
record ProcessStart(int rank, long event, long time, ProcessKey process, Optional<ProcessKey> parent) {}
