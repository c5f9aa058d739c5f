package io.quarry.telemetry.windows;

import io.quarry.telemetry.EventLocation;
import io.quarry.telemetry.EventSink;
import io.quarry.telemetry.Format;
import io.quarry.telemetry.Head;
import io.quarry.telemetry.ReadProblem;
import io.quarry.telemetry.SourceFile;
import io.quarry.telemetry.text.Utf8Stream;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/**
 * Windows event XML, as Event Viewer, {@code wevtutil} and collectors write it: one {@code Event}, many one after the other,
 * or many inside {@code Events}; UTF-8 or UTF-16. Each event is parsed on its own, so a malformed one costs only itself.
 */
public final class XmlFormat implements Format {
    private static final Pattern TAG = Pattern.compile("<[^\\d\\s]");
    private static final Pattern EVENT = Pattern.compile("<Events?[\\s/>]");
    private static final Pattern OF_WINDOWS = Pattern.compile("schemas\\.microsoft\\.com/win/2004/08/events|<System>");

    @Override
    public String name() {
        return "Windows event XML";
    }

    /** True if the text begins with a tag, which a message of syslog that carries an event does not. */
    @Override
    public boolean recognizes(Head head) {
        String text = head.text();
        return TAG.matcher(text).lookingAt()
                && EVENT.matcher(text).find()
                && OF_WINDOWS.matcher(text).find();
    }

    @Override
    public void read(SourceFile file, InputStream content, EventSink sink) throws IOException {
        Utf8Stream utf8 = Utf8Stream.of(content);
        XmlScanner scanner = new XmlScanner(utf8);
        EventXml parser = new EventXml();
        long record = 0;
        for (XmlScanner.Found found = scanner.next(); found != XmlScanner.Found.END; found = scanner.next()) {
            long offset = utf8.isRecoded() ? -1 : scanner.offset();
            if (found == XmlScanner.Found.DAMAGE) {
                sink.problem(new ReadProblem(new EventLocation(file.name(), 0, offset), scanner.damage()));
                continue;
            }
            EventLocation location = new EventLocation(file.name(), ++record, offset);
            try {
                sink.event(parser.parse(scanner.text(), location));
            } catch (XMLStreamException e) {
                sink.problem(new ReadProblem(location, "malformed XML: " + reason(e)));
            }
        }
    }

    /** The parser's message without the place, which counts from the event's beginning. */
    private static String reason(XMLStreamException e) {
        String message = e.getMessage();
        int text = message.indexOf("Message: ");
        return (text < 0 ? message : message.substring(text + "Message: ".length())).strip();
    }
}
