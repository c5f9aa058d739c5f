package io.quarry.telemetry.syslog;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.data.Ticks;
import io.quarry.telemetry.CollectedEvents;
import io.quarry.telemetry.Event;
import io.quarry.telemetry.EventHeader;
import io.quarry.telemetry.Head;
import io.quarry.telemetry.SyslogMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SyslogFormatTest {
    private static final SyslogFormat FORMAT = new SyslogFormat();

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "<13>Mar  2 14:00:05 ws01 sshd[77]: hello # 2026-03-02T14:00:05.0000000Z # ws01",
                "Mar 12 14:00:05 10.0.0.7 LEEF:1.0|V|P|1|9|a=b # 2026-03-12T14:00:05.0000000Z # 10.0.0.7",
                "<13>Nov 30 23:59:59 ws01 su: hello # 2025-11-30T23:59:59.0000000Z # ws01",
                "<13>Feb 29 01:02:03 ws01 su: hello # 2024-02-29T01:02:03.0000000Z # ws01",
                "<13>Mar 02 2021 14:00:05 ws01 su: hello # 2021-03-02T14:00:05.0000000Z # ws01",
                "<13>Mar  2 14:00:05.25 su: hello # 2026-03-02T14:00:05.2500000Z # ''",
                "<13>2026-03-02T16:00:05.123+02:00 ws01 su: hello # 2026-03-02T14:00:05.1230000Z # ws01",
                "<34>1 2026-03-02T14:00:05.123456Z ws01 su 77 ID47 - hello # 2026-03-02T14:00:05.1234560Z # ws01",
                "<34>1 2026-03-02T14:00:05Z ws01 su - - [a@1 b=\"x ] \\\" y\"][c] hello # 2026-03-02T14:00:05.0000000Z # ws01",
                "<34>1 2026-03-02T14:00:05.520Z 10.0.0.7 LEEF:1.0|V|P|1|9|a=b # 2026-03-02T14:00:05.5200000Z # 10.0.0.7",
                "<34>1 - - su - - - hello # '' # ''",
                "<13>hello # '' # ''",
                "<13>Mar  2 14:00:05 fe80::1 su: hello # 2026-03-02T14:00:05.0000000Z # fe80::1",
                "<13>Mar  2 14:00:05 2001:db8::7%eth0 CEF:0|a|b|1|2|n|3| # 2026-03-02T14:00:05.0000000Z # 2001:db8::7%eth0",
                "<13>Mar  2 14:00:05 dead: hello # 2026-03-02T14:00:05.0000000Z # ''",
                "<13>Mar  2 14:00:05 ws01\tsu: hello # 2026-03-02T14:00:05.0000000Z # ws01",
            })
    void headersTellTimeAndHost(String line, String time, String host) throws IOException {
        assertThat(recognized(line)).isTrue();
        Event event = CollectedEvents.read(FORMAT, line + "\n").event();
        SyslogMessage message = event.syslog().orElseThrow();
        assertThat(message.text()).isEqualTo(line);
        assertThat(message.time() == EventHeader.NO_TIME ? "" : Ticks.format(message.time()))
                .isEqualTo(time);
        assertThat(message.host() == null ? "" : message.host()).isEqualTo(host);
        assertThat(event.header().computer()).isEqualTo(message.host());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "just words",
                "{\"a\": 1}",
                "<Events>",
                "2026-03-02T14:00:05Z,ws01,4688",
                "2026-03-02 14:00:05 INFO started",
                "<html><body>",
                "12 <html>"
            })
    void otherTextIsNotTakenForSyslog(String text) {
        assertThat(recognized(text)).isFalse();
    }

    @Test
    void linesAndCountedMessagesMayFollowEachOther() throws IOException {
        String second = "<13>two\nlines";
        CollectedEvents read = CollectedEvents.read(
                FORMAT, "\uFEFF<13>one\r\n\n" + second.length() + " " + second + "10 <13>threes\n7 words\n");
        assertThat(texts(read)).containsExactly("<13>one", second, "<13>threes", "7 words");
        assertThat(read.events()).extracting(event -> event.location().record()).containsExactly(1L, 3L, 4L, 5L);
        assertThat(read.problems()).isEmpty();
    }

    /** Text that only looks like a counted message does not swallow what follows. */
    @ParameterizedTest
    @ValueSource(
            strings = {"404 <html>error", "40 <13 x", "40 <1300>x", "2 <13>x", "40 <>x", "040 <13>x", "123456789 <13>x"
            })
    void whatIsNoLengthIsText(String line) throws IOException {
        CollectedEvents read = CollectedEvents.read(FORMAT, "<13>one\n" + line + "\n<13>two and more\n<13>three\n");
        assertThat(texts(read)).containsExactly("<13>one", line, "<13>two and more", "<13>three");
        assertThat(read.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[a@1 b=\"%s\"]", "[a@1 b=\"\\\\%s\"]", "[a %s=\"\"]", "[%s]"})
    void elementsOfAnyLengthAreStepped(String element) throws IOException {
        String line = "<34>1 2026-03-02T14:00:05Z ws01 su - - " + element.formatted("\\x".repeat(100_000))
                + " LEEF:1.0|V|P|1|9|a=b";
        Event event = CollectedEvents.read(FORMAT, line).event();
        assertThat(CollectedEvents.fields(event)).containsExactly("a=b");
    }

    @Test
    void manyElementsAreStepped() throws IOException {
        String line = "<34>1 2026-03-02T14:00:05Z ws01 su - - " + "[a]".repeat(100_000) + " CEF:0|V|P|1|9|n|3|a=b";
        Event event = CollectedEvents.read(FORMAT, line).event();
        assertThat(CollectedEvents.fields(event)).startsWith("a=b");
    }

    @Test
    void damageCostsItsMessageAndIsReportedWithItsLine() throws IOException {
        CollectedEvents read =
                CollectedEvents.read(FORMAT, "<13>one\n8 <13>two has more\n<13>a\0b\n<13>three\n99 <13>cut");
        assertThat(texts(read)).containsExactly("<13>one", "<13>three");
        assertThat(read.rendered())
                .containsExactly(
                        "f: record 2 at byte 8: the message does not end after the 8 bytes that it is said to have; "
                                + "the 8 bytes behind them are skipped",
                        "f: record 3 at byte 27: no text: a zero byte, 5 bytes into the message",
                        "f: record 5 at byte 45: the file ends 7 bytes into a message of 99");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "<13>LEEF:1.0|V|P|1 # the header of LEEF has 4 fields, expected 5 with a pipe behind each",
                "<13>LEEF:3.0|V|P|1|2|a=b # LEEF of version '3.0', expected 1.0 or 2.0",
                "<13>LEEF:2.0|V|P|1|2|xg|a=b # 'xg' where LEEF 2.0 names the character between attributes, as it is or as its number like x5E",
                "<13>CEF:0|V|P|1 # the header of CEF has 4 fields, expected 7 with a pipe behind each",
                "<13>{\"a\": # the message begins as JSON and is none",
                "<13><Event>x # the message is no Windows event in XML",
                "<13>AgentDevice=WindowsLog\tSource=x # a Windows event without EventID",
                "<13>MSWinEventLog\t1 # a Snare event of 2 values between tabs, expected at least 11",
            })
    void contentThatIsNotWhatItBeginsAsIsReportedAndItsTextKept(String line, String problem) throws IOException {
        CollectedEvents read = CollectedEvents.read(FORMAT, line + "\n<13>next");
        assertThat(texts(read)).containsExactly(line, "<13>next");
        assertThat(read.events().get(0).fields()).isEmpty();
        assertThat(read.events().get(0).syslog().orElseThrow().device().content())
                .isEqualTo(SyslogMessage.Content.TEXT);
        assertThat(read.rendered()).containsExactly("f: record 1 at byte 0: " + problem + "; the text is kept");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "LEEF:1.0|Acme|Wall|4 SP1|deny|src=10.0.0.1\tdst=10.0.0.2\tmsg=a\tb|c=d # src=10.0.0.1;dst=10.0.0.2;msg=a\tb|c=d",
                "LEEF:2.0|Acme|Wall|4|deny|^|src=10.0.0.1^msg=a\tb # src=10.0.0.1;msg=a\tb",
                "LEEF:2.0|Acme|Wall|4|deny|x5E|src=10.0.0.1^msg=a # src=10.0.0.1;msg=a",
                "LEEF:2.0|Acme|Wall|4|deny|0x7c|src=10.0.0.1|msg=a # src=10.0.0.1;msg=a",
                "LEEF:2.0|Acme|Wall|4|deny|x09|src=10.0.0.1\tmsg=C:\\a\\b # src=10.0.0.1;msg=C:\\a\\b",
                "LEEF:2.0|Acme|Wall|4|deny|\t|src=10.0.0.1\tmsg=a # src=10.0.0.1;msg=a",
                "LEEF:2.0|Acme|Wall|4|deny| |src=10.0.0.1 msg=a # src=10.0.0.1;msg=a",
                "LEEF:2.0|Acme|Wall|4|deny||src=10.0.0.1\tmsg=a # src=10.0.0.1;msg=a",
                "LEEF:2.0|Acme|Wall|4|deny|src=10.0.0.1\tmsg=a|b # src=10.0.0.1;msg=a|b",
                "LEEF:1.0|Acme|Wall|4|deny|src=\tsrc=2\tmsg=a=b\tloose # src=;msg=a=b\tloose",
                "CEF:0|Acme|Wall|4|deny|Blocked \\| seen|7|src=10.0.0.1 msg=a \\= b\\\\c d request=x # src=10.0.0.1;msg=a = b\\c d;request=x;name=Blocked | seen;severity=7",
            })
    void attributesBecomeFields(String content, String fields) throws IOException {
        Event event =
                CollectedEvents.read(FORMAT, "<13>Mar 2 14:00:05 fw " + content).event();
        assertThat(String.join(";", CollectedEvents.fields(event))).isEqualTo(fields);
        SyslogMessage.Device device = event.syslog().orElseThrow().device();
        assertThat(List.of(device.vendor(), device.product(), device.eventId()))
                .containsExactly("Acme", "Wall", "deny");
        assertThat(event.header().eventId()).isEqualTo(-1);
        assertThat(event.header().channel()).isNull();
    }

    @Test
    void pipesInALeefHeaderAreEscaped() throws IOException {
        Event event =
                CollectedEvents.read(FORMAT, "LEEF:1.0|A\\|B|C\\\\D|1|x|k=v").event();
        SyslogMessage.Device device = event.syslog().orElseThrow().device();
        assertThat(List.of(device.vendor(), device.product())).containsExactly("A|B", "C\\D");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "devTime=1772460005123 # 2026-03-02T14:00:05.1230000Z",
                "devTime=Mar 02 2026 14:00:05 # 2026-03-02T14:00:05.0000000Z",
                "devTime=02/03/26 16.00 +0200\tdevTimeFormat=dd/MM/yy HH.mm Z # 2026-03-02T14:00:00.0000000Z",
                "devTime=02.02. 14:00\tdevTimeFormat=dd.MM. HH:mm # 2026-02-02T14:00:00.0000000Z",
                "devTime=31.12. 14:00\tdevTimeFormat=dd.MM. HH:mm # 2025-12-31T14:00:00.0000000Z",
                "devTime=14:00\tdevTimeFormat=HH:mm 'yd' # 2026-03-04T00:00:00.0000000Z",
                "devTime=99999-01-01\tdevTimeFormat=yyyy-MM-dd # 2026-03-04T00:00:00.0000000Z",
                "devTime=300000000-01-01\tdevTimeFormat=yyyy-MM-dd # 2026-03-04T00:00:00.0000000Z",
                "devTime=0000-01-01\tdevTimeFormat=yyyy-MM-dd # 2026-03-04T00:00:00.0000000Z",
                "devTime=soon # 2026-03-04T00:00:00.0000000Z",
                "a=b # 2026-03-04T00:00:00.0000000Z",
            })
    void theTimeOfADeviceIsItsOwnElseThatOfTheHeader(String attributes, String time) throws IOException {
        Event event = CollectedEvents.read(FORMAT, "<13>Mar  4 00:00:00 fw LEEF:1.0|V|P|1|9|" + attributes)
                .event();
        assertThat(Ticks.format(event.header().time())).isEqualTo(time);
        assertThat(Ticks.format(event.syslog().orElseThrow().time())).isEqualTo("2026-03-04T00:00:00.0000000Z");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T14:00:05Z, Mar  2 14:00:07, 2026-03-02T14:00:07.0000000Z",
        "2026-03-02T14:00:05Z, Mar  2 13:59:00, 2026-03-02T13:59:00.0000000Z",
        "2025-12-31T23:59:59Z, Jan  1 00:00:01, 2026-01-01T00:00:01.0000000Z",
        "2026-01-01T00:00:01Z, Dec 31 23:59:59, 2025-12-31T23:59:59.0000000Z",
        "2019-03-02T14:00:05Z, Mar  2 14:00:07, 2019-03-02T14:00:07.0000000Z",
    })
    void aYearIsTheOneNearestToTheEventsOwnTime(String own, String header, String time) throws IOException {
        Event event = CollectedEvents.read(FORMAT, "<13>" + header + " fw LEEF:1.0|V|P|1|9|devTime=" + own)
                .event();
        assertThat(Ticks.format(event.syslog().orElseThrow().time())).isEqualTo(time);
    }

    private static boolean recognized(String text) {
        return FORMAT.recognizes(new Head(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> texts(CollectedEvents read) {
        return read.events().stream()
                .map(event -> event.syslog().orElseThrow().text())
                .toList();
    }
}
