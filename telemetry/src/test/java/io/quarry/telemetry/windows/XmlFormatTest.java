package io.quarry.telemetry.windows;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.data.Ticks;
import io.quarry.telemetry.CollectedEvents;
import io.quarry.telemetry.Event;
import io.quarry.telemetry.EventHeader;
import io.quarry.telemetry.Head;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

final class XmlFormatTest {
    private static final XmlFormat FORMAT = new XmlFormat();

    private static final String EVENT = """
            <Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'>
              <System>
                <Provider Name='Microsoft-Windows-Sysmon' Guid='{5770385F-C22A-43E0-BF4C-06F5698FFBD9}'/>
                <EventID Qualifiers="16384">11</EventID><Version>2</Version><Level>4</Level><Task>11</Task>
                <Opcode>0</Opcode><Keywords>0x8000000000000000</Keywords>
                <TimeCreated SystemTime='2020-10-23T21:57:34.7451752Z'/>
                <EventRecordID>423992</EventRecordID><Correlation/>
                <Execution ProcessID='3208' ThreadID='4804'/>
                <Channel>Microsoft-Windows-Sysmon/Operational</Channel><Computer>WS01</Computer>
                <Security UserID='S-1-5-18'/>
              </System>
              <EventData>
                <Data Name='RuleName'></Data>
                <Data Name='Image'>C:\\a &amp; b.exe</Data>
                <Data>one</Data><Data/>
                <Binary>00AB</Binary>
              </EventData>
            </Event>
            """;

    private static final String CLEARED = """
            <Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><EventID>104</EventID></System>
            <UserData><LogFileCleared xmlns="urn:x" xmlns:a="urn:a"><a:Channel kind="x">System</a:Channel>
            <Deep><Leaf/></Deep></LogFileCleared></UserData>
            <RenderingInfo Culture="en-US"><Message>said</Message></RenderingInfo></Event>
            """;

    @Test
    void headerAndDataAreRead() throws IOException {
        Event event = CollectedEvents.read(FORMAT, EVENT).event();
        assertThat(event.header())
                .isEqualTo(new EventHeader(
                        "Microsoft-Windows-Sysmon",
                        "{5770385F-C22A-43E0-BF4C-06F5698FFBD9}",
                        null,
                        11,
                        "16384",
                        "2",
                        "4",
                        "11",
                        "0",
                        "0x8000000000000000",
                        SystemTime.parse("2020-10-23T21:57:34.7451752Z"),
                        423992,
                        null,
                        null,
                        "3208",
                        "4804",
                        "Microsoft-Windows-Sysmon/Operational",
                        "WS01",
                        "S-1-5-18"));
        assertThat(Ticks.format(event.header().time())).isEqualTo("2020-10-23T21:57:34.7451752Z");
        assertThat(CollectedEvents.fields(event))
                .containsExactly("RuleName=", "Image=C:\\a & b.exe", "=one", "=", "Binary=00AB");
    }

    @Test
    void leavesOfUserDataAndOtherSectionsAreRead() throws IOException {
        Event event = CollectedEvents.read(FORMAT, CLEARED).event();
        assertThat(CollectedEvents.fields(event))
                .containsExactly("@kind=x", "Channel=System", "Leaf=", "@Culture=en-US", "Message=said");
        assertThat(event.value("Channel")).isEqualTo("System");
        assertThat(event.value("Message")).isNull();
    }

    @Test
    void manyDocumentsAndWrappedEventsAreRead() throws IOException {
        String declaration = "<?xml version='1.0' encoding='utf-8' standalone='yes'?>\n";
        CollectedEvents many = CollectedEvents.read(FORMAT, declaration + EVENT + declaration + EVENT + CLEARED);
        assertThat(many.events()).extracting(event -> event.header().eventId()).containsExactly(11, 11, 104);
        assertThat(many.rendered()).isEmpty();
        CollectedEvents wrapped = CollectedEvents.read(
                FORMAT, "\uFEFF" + declaration + "<!-- export --><Events>" + EVENT + CLEARED + "</Events>\n");
        assertThat(wrapped.events()).hasSize(2);
        assertThat(wrapped.rendered()).isEmpty();
        assertThat(wrapped.events().get(0).location().offset())
                .isEqualTo(3 + declaration.length() + "<!-- export --><Events>".length());
    }

    @Test
    void utf16IsRead() throws IOException {
        String text = "<Events>" + EVENT.replace("a &amp; b", "bücher-日本") + "</Events>";
        for (var charset : new Charset[] {StandardCharsets.UTF_16, StandardCharsets.UTF_16LE}) {
            byte[] bytes = text.getBytes(charset);
            assertThat(FORMAT.recognizes(new Head(bytes))).isTrue();
            assertThat(CollectedEvents.read(FORMAT, bytes).event().value("Image"))
                    .isEqualTo("C:\\bücher-日本.exe");
        }
    }

    @Test
    void declaredCodePageIsRead() throws IOException {
        String text = "<?xml version='1.0' encoding='windows-1252'?>" + EVENT.replace("a &amp; b", "bücher€");
        byte[] bytes = text.getBytes(Charset.forName("windows-1252"));
        assertThat(CollectedEvents.read(FORMAT, bytes).event().value("Image")).isEqualTo("C:\\bücher€.exe");
    }

    @Test
    void malformedEventCostsOnlyItself() throws IOException {
        String broken = EVENT.replace("</System>", "</Sistem>");
        String open = EVENT.substring(0, 300);
        CollectedEvents read = CollectedEvents.read(FORMAT, EVENT + broken + open + CLEARED + open);
        assertThat(read.events()).extracting(event -> event.header().eventId()).containsExactly(11, 104);
        assertThat(read.rendered()).hasSize(3);
        assertThat(read.rendered().get(0)).startsWith("f: record 2 at byte " + EVENT.length() + ": malformed XML: ");
        assertThat(read.rendered().get(1)).contains("another event begins before this one is closed");
        assertThat(read.rendered().get(2)).contains("the file ends inside this event");
    }

    @Test
    void foreignTextBetweenEventsIsReported() throws IOException {
        CollectedEvents read = CollectedEvents.read(FORMAT, EVENT + "</EventData></Event>\n" + CLEARED);
        assertThat(read.events()).hasSize(2);
        assertThat(read.rendered())
                .containsExactly("f: at byte " + EVENT.length() + ": what stands here belongs to no event");
    }

    @Test
    void closingTagInsideCharacterDataEndsNoEvent() throws IOException {
        String text = EVENT.replace("a &amp; b", "<![CDATA[</Event><Event >]]><!-- </Event> -->");
        assertThat(CollectedEvents.read(FORMAT, text).event().value("Image")).isEqualTo("C:\\</Event><Event >.exe");
    }

    @Test
    void charactersThatXmlForbidsAreReplaced() throws IOException {
        String text = EVENT.replace("a &amp; b", "a&#x1b;\u0002&#0;&#xFFFF;\uFFFF\uD83D\uDE00&#x1F600;");
        assertThat(CollectedEvents.read(FORMAT, text).event().value("Image"))
                .isEqualTo("C:\\a\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uD83D\uDE00\uD83D\uDE00.exe");
    }

    @Test
    void referencesToCharactersThatXmlForbidsAreReplacedInEitherBase() throws IOException {
        String text = EVENT.replace(
                "a &amp; b",
                "&#55357;&#xD83D;&#65535;&#xfffe;&#011;&#x110000;&#1114112;&#99999999999;&#x0041;&#066;&#9;&#128512;");
        assertThat(CollectedEvents.read(FORMAT, text).event().value("Image"))
                .isEqualTo("C:\\" + "\uFFFD".repeat(8) + "AB\t\uD83D\uDE00.exe");
    }

    @Test
    void entitiesOfADocumentTypeAreNotRead() throws IOException {
        String text = "<!DOCTYPE Event [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" + EVENT.replace("a &amp; b", "&x;");
        CollectedEvents read = CollectedEvents.read(FORMAT, text);
        assertThat(read.events()).isEmpty();
        assertThat(read.rendered()).anyMatch(problem -> problem.contains("malformed XML"));
    }

    @Test
    void otherXmlIsNotRecognized() {
        assertThat(recognizes("<html><Event>x</Event></html>")).isFalse();
        assertThat(recognizes("<Events><Item/></Events>")).isFalse();
        assertThat(recognizes("text <Event><System>")).isFalse();
        assertThat(recognizes(EVENT)).isTrue();
    }

    @Test
    void anyBytesComeToAnEnd() throws IOException {
        byte[] sound = (EVENT + "<Events>" + CLEARED + "</Events>").getBytes(StandardCharsets.UTF_8);
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            byte[] bytes = sound.clone();
            for (int i = random.nextInt(30); i > 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) "<>/![]-'\"& E\u0000\u00ff".charAt(random.nextInt(14));
            }
            int shown = seed;
            Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(5), () -> CollectedEvents.read(FORMAT, bytes), () -> "seed " + shown);
        }
    }

    private static boolean recognizes(String text) {
        return FORMAT.recognizes(new Head(text.getBytes(StandardCharsets.UTF_8)));
    }
}
