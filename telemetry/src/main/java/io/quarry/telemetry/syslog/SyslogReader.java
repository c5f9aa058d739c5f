package io.quarry.telemetry.syslog;

import io.quarry.data.Ticks;
import io.quarry.telemetry.Event;
import io.quarry.telemetry.EventHeader;
import io.quarry.telemetry.EventLocation;
import io.quarry.telemetry.EventSink;
import io.quarry.telemetry.ReadProblem;
import io.quarry.telemetry.SourceFile;
import io.quarry.telemetry.SyslogMessage;
import io.quarry.telemetry.SyslogMessage.Device;
import io.quarry.telemetry.json.JsonEvents;
import io.quarry.telemetry.text.Utf8Stream;
import io.quarry.telemetry.windows.EventBuilder;
import io.quarry.telemetry.windows.EventTime;
import io.quarry.telemetry.windows.EventXml;
import java.io.IOException;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/** Reads one file of messages. Not safe for threads. */
final class SyslogReader {
    private final SourceFile file;
    private final EventSink sink;
    private final EventBuilder builder = new EventBuilder();
    private final EventXml xml = new EventXml();
    private final DeviceTime deviceTime = new DeviceTime();

    SyslogReader(SourceFile file, EventSink sink) {
        this.file = file;
        this.sink = sink;
    }

    void read(Utf8Stream utf8) throws IOException {
        MessageScanner scanner = new MessageScanner(utf8);
        MessageScanner.Found found = scanner.next();
        while (found != MessageScanner.Found.END) {
            // Offsets would be those of the recoded text; the line tells the place.
            EventLocation location =
                    new EventLocation(file.name(), scanner.line(), utf8.isRecoded() ? -1 : scanner.offset());
            if (found == MessageScanner.Found.DAMAGE) {
                sink.problem(new ReadProblem(location, scanner.damage()));
            } else {
                message(scanner.text(), location);
            }
            found = scanner.next();
        }
    }

    /** Content that is not what it begins as is reported, and its text kept: so does a collector. */
    private void message(String text, EventLocation location) {
        SyslogHeader header = SyslogHeader.of(text);
        builder.clear();
        Event event;
        Device device;
        try {
            Optional<Event> parsed = xmlEvent(text, header, location);
            device = parsed.isPresent() ? Device.of(SyslogMessage.Content.WINDOWS) : fill(text, header.content());
            event = parsed.orElse(null);
        } catch (MalformedContent e) {
            sink.problem(new ReadProblem(location, e.getMessage() + "; the text is kept"));
            builder.clear();
            device = Device.of(SyslogMessage.Content.TEXT);
            event = null;
        }
        sink.event(carried(event == null ? builder.build(location) : event, text, header, device));
    }

    private Optional<Event> xmlEvent(String text, SyslogHeader header, EventLocation location) throws MalformedContent {
        if (Content.at(text, header.content()).orElse(null) != Content.XML) {
            return Optional.empty();
        }
        try {
            return Optional.of(xml.parse(text.substring(header.content()).strip(), location));
        } catch (XMLStreamException e) {
            throw new MalformedContent("the message is no Windows event in XML");
        }
    }

    private Device fill(String text, int from) throws MalformedContent {
        Optional<Content> content = Content.at(text, from);
        if (content.isEmpty()) {
            return Device.of(SyslogMessage.Content.TEXT);
        }
        return switch (content.get()) {
            case LEEF -> device(Leef.parse(text, from));
            case CEF -> device(Cef.parse(text, from));
            case AGENT -> {
                if (!AgentForm.isWindows(text, from)) {
                    yield Device.of(SyslogMessage.Content.TEXT);
                }
                AgentForm.fill(text.substring(from), builder);
                yield Device.of(SyslogMessage.Content.WINDOWS);
            }
            case SNARE -> {
                AgentForm.fillSnare(text.substring(from), builder);
                yield Device.of(SyslogMessage.Content.WINDOWS);
            }
            case JSON -> json(text.substring(from));
            case XML -> throw new IllegalStateException("XML is read apart");
        };
    }

    private Device device(DeviceEvent content) {
        DeviceForm form = new DeviceForm(content);
        form.fill(builder);
        builder.time(deviceTime.of(content.attributes(), file.written()));
        return form.isWindows() ? Device.of(SyslogMessage.Content.WINDOWS) : content.device();
    }

    private Device json(String text) throws MalformedContent {
        return switch (JsonEvents.fill(text, builder)) {
            case EVENT -> Device.of(SyslogMessage.Content.WINDOWS);
            case OTHER_OBJECT -> Device.of(SyslogMessage.Content.TEXT);
            case NO_JSON -> throw new MalformedContent("the message begins as JSON and is none");
        };
    }

    /** Where header and event name the same second, the finer of the two times holds for both. */
    private Event carried(Event event, String text, SyslogHeader header, Device device) {
        long own = EventTime.of(event);
        long sent =
                header.time().map(time -> time.resolved(own, file.written())).orElse(EventHeader.NO_TIME);
        boolean isSameSecond = own != EventHeader.NO_TIME
                && sent != EventHeader.NO_TIME
                && Math.floorDiv(own, Ticks.PER_SECOND) == Math.floorDiv(sent, Ticks.PER_SECOND);
        boolean isWholeOwn = own == EventHeader.NO_TIME || isSameSecond && own % Ticks.PER_SECOND == 0;
        boolean isWholeSent = isSameSecond && sent % Ticks.PER_SECOND == 0;
        EventHeader known = event.header();
        String computer = known.computer() == null ? header.host() : known.computer();
        Event completed = new Event(
                event.location(),
                known.with(computer, isWholeOwn && known.time() == own ? sent : known.time()),
                event.fields());
        return completed.carriedBy(new SyslogMessage(text, isWholeSent ? own : sent, header.host(), device));
    }
}
