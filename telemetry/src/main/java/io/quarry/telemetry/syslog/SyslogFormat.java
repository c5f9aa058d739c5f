package io.quarry.telemetry.syslog;

import io.quarry.telemetry.EventSink;
import io.quarry.telemetry.Format;
import io.quarry.telemetry.Head;
import io.quarry.telemetry.SourceFile;
import io.quarry.telemetry.text.Utf8Stream;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Syslog messages, one a line or with their lengths before them, with and without headers. Windows events in them are read
 * out of WinCollect's and Snare's notations, LEEF, CEF, JSON and XML; what LEEF and CEF of other products tell becomes fields;
 * any other message is an event of which only the text is known.
 */
public final class SyslogFormat implements Format {
    private static final Pattern COUNT = Pattern.compile("[1-9]\\d{0,7} (?=<\\d{1,3}>)");

    @Override
    public String name() {
        return "syslog";
    }

    /** True if the first message has a header of syslog's, or is content that only syslog carries. */
    @Override
    public boolean recognizes(Head head) {
        String text = head.text();
        Matcher count = COUNT.matcher(text);
        int lineEnd = text.indexOf('\n');
        String first = text.substring(count.lookingAt() ? count.end() : 0, lineEnd < 0 ? text.length() : lineEnd);
        return SyslogHeader.begins(first) && first.indexOf(0) < 0;
    }

    @Override
    public void read(SourceFile file, InputStream content, EventSink sink) throws IOException {
        new SyslogReader(file, sink).read(Utf8Stream.of(content));
    }
}
