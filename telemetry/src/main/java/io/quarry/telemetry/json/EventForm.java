package io.quarry.telemetry.json;

import io.quarry.telemetry.windows.EventBuilder;
import java.util.List;

/** A way of writing a Windows event as a JSON object. */
interface EventForm {
    /** In the order in which they are tried. */
    List<EventForm> ALL = List.of(new WinlogbeatForm(), new NestedForm(), new FlatForm());

    /** True if the object is of this form, told by the names in it. */
    boolean fits(JsonObject object);

    /** Takes the event out of an object that fits. */
    void fill(JsonObject object, EventBuilder builder);
}
