package io.quarry.telemetry.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.telemetry.CollectedEvents;
import io.quarry.telemetry.Event;
import io.quarry.telemetry.EventField.Section;
import io.quarry.telemetry.EventHeader;
import io.quarry.telemetry.Head;
import io.quarry.telemetry.windows.SystemTime;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonFormatTest {
    private static final JsonFormat FORMAT = new JsonFormat();

    private static final String WINLOGBEAT = """
            {"@timestamp":"2024-05-06T07:08:09.123Z","event":{"code":"1","provider":"Microsoft-Windows-Sysmon"},\
            "host":{"name":"ws01"},"log":{"level":"information"},"message":"Process Create:",\
            "winlog":{"channel":"Microsoft-Windows-Sysmon/Operational","provider_name":"Microsoft-Windows-Sysmon",\
            "provider_guid":"{5770385F-C22A-43E0-BF4C-06F5698FFBD9}","event_id":"1","record_id":5,"version":5,\
            "opcode":"Info","task":"Process Create","computer_name":"WS01.example.org","process":{"pid":3208,\
            "thread":{"id":4804}},"user":{"identifier":"S-1-5-18","name":"SYSTEM"},\
            "event_data":{"Image":"C:\\\\a.exe","ProcessId":"4","Empty":"","Gone":null,"List":["a","b"]},\
            "user_data":{"Leaf":"x"}}}
            """;

    private static final String NESTED = """
            {"Event":{"#attributes":{"xmlns":"http://schemas.microsoft.com/win/2004/08/events/event"},"System":{\
            "Provider":{"#attributes":{"Name":"P","Guid":"G"}},"EventID":{"#attributes":{"Qualifiers":16384},"#text":7},\
            "Version":1,"Level":4,"Keywords":"0x8000000000000000","TimeCreated":{"#attributes":{\
            "SystemTime":"2025-10-24T23:34:34.640670Z"}},"EventRecordID":9,"Correlation":null,"Execution":{\
            "#attributes":{"ProcessID":3,"ThreadID":4}},"Channel":"C","Computer":"W","Security":{"#attributes":{\
            "UserID":"S-1-5-18"}}},"EventData":{"Image":"C:\\\\a.exe","ProcessId":7760,"Yes":true,"Gone":null,\
            "Data":{"#text":["x","y"]}}}}
            """;

    private static final String FLAT = """
            {"EventID":1,"Channel":"Microsoft-Windows-Sysmon/Operational","Hostname":"WS01","Image":"C:\\\\a.exe",\
            "UtcTime":"2024-05-06 07:08:09.123","@timestamp":"2024-05-06T07:08:10Z","Keywords":-9223372036854775808,\
            "Level":"Information","EventRecordID":12,"Provider_Name":"Microsoft-Windows-Sysmon"}
            """;

    @Test
    void winlogbeatIsRead() throws IOException {
        Event event = CollectedEvents.read(FORMAT, WINLOGBEAT).event();
        assertThat(event.header())
                .isEqualTo(new EventHeader(
                        "Microsoft-Windows-Sysmon",
                        "{5770385F-C22A-43E0-BF4C-06F5698FFBD9}",
                        null,
                        1,
                        null,
                        "5",
                        "4",
                        "Process Create",
                        "Info",
                        null,
                        SystemTime.parse("2024-05-06T07:08:09.123Z"),
                        5,
                        null,
                        null,
                        "3208",
                        "4804",
                        "Microsoft-Windows-Sysmon/Operational",
                        "WS01.example.org",
                        "S-1-5-18"));
        assertThat(CollectedEvents.fields(event))
                .containsExactly(
                        "Image=C:\\a.exe",
                        "ProcessId=4",
                        "Empty=",
                        "List=a",
                        "List=b",
                        "Leaf=x",
                        "Message=Process Create:");
        assertThat(event.fields().get(5).section()).isEqualTo(Section.USER_DATA);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"@timestamp\":\"2024-05-06T07:08:09Z\",\"message\":\"LONG\",\"winlog\":{\"channel\":\"Security\"}}",
                "{\"message\":\"LONG\",\"winlog\":{\"channel\":\"Security\"}}",
                "{\"Channel\":\"Security\",\"CommandLine\":\"LONG\",\"EventID\":4688}",
                "{\"Event\":{\"EventData\":{\"a\":\"LONG\"},\"System\":{\"Channel\":\"Security\"}}}",
                "{\"EventData\":{\"a\":\"LONG\"},\"System\":{\"Channel\":\"Security\"}}"
            })
    void anEventIsRecognizedByWhatStandsBeforeALongValue(String written) throws IOException {
        byte[] line = written.replace("LONG", "x".repeat(20_000)).getBytes(StandardCharsets.UTF_8);
        assertThat(FORMAT.recognizes(new Head(Arrays.copyOf(line, Head.SIZE)))).isTrue();
        assertThat(CollectedEvents.read(FORMAT, line).event().header().channel())
                .isEqualTo("Security");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"LONG\",\"winlog\":{}}",
                "{\"message\":1,\"name\":\"x\"}",
                "[\"LONG\"]",
                "{\"message\":1}\n{\"message\":\"LONG\",\"winlog\":{}}"
            })
    void otherJsonIsNotRecognized(String written) {
        byte[] line = written.replace("LONG", "x".repeat(20_000)).getBytes(StandardCharsets.UTF_8);
        assertThat(FORMAT.recognizes(new Head(Arrays.copyOf(line, Math.min(line.length, Head.SIZE)))))
                .isFalse();
    }

    @Test
    void winlogbeatWithDottedNamesIsRead() throws IOException {
        Event event = CollectedEvents.read(FORMAT, """
                {"@timestamp":"2024-05-06T07:08:09.123Z","winlog.channel":"Security","winlog.event_id":4688,\
                "winlog.event_data.NewProcessName":"C:\\\\a.exe","winlog.process.pid":4,"winlog.keywords":["Audit Success"]}
                """).event();
        assertThat(event.header().channel()).isEqualTo("Security");
        assertThat(event.header().eventId()).isEqualTo(4688);
        assertThat(event.header().processId()).isEqualTo("4");
        assertThat(event.header().keywords()).isEqualTo("0x8020000000000000");
        assertThat(CollectedEvents.fields(event)).containsExactly("NewProcessName=C:\\a.exe");
    }

    @Test
    void nestedDumpIsRead() throws IOException {
        Event event = CollectedEvents.read(FORMAT, NESTED).event();
        assertThat(event.header())
                .isEqualTo(new EventHeader(
                        "P",
                        "G",
                        null,
                        7,
                        "16384",
                        "1",
                        "4",
                        null,
                        null,
                        "0x8000000000000000",
                        SystemTime.parse("2025-10-24T23:34:34.640670Z"),
                        9,
                        null,
                        null,
                        "3",
                        "4",
                        "C",
                        "W",
                        "S-1-5-18"));
        assertThat(CollectedEvents.fields(event))
                .containsExactly("Image=C:\\a.exe", "ProcessId=7760", "Yes=true", "Gone=", "=x", "=y");
    }

    @Test
    void nestedFormWithAttributesAmongTheElementsIsRead() throws IOException {
        Event event = CollectedEvents.read(FORMAT, """
                {"Event":{"@xmlns":"http://schemas.microsoft.com/win/2004/08/events/event","System":{"Provider":{"@Name":"P"},\
                "EventID":"7","TimeCreated":{"@SystemTime":"2025-10-24T23:34:34Z"},"Channel":"C"},\
                "EventData":{"Data":[{"@Name":"Image","#text":"a.exe"},{"@Name":"Empty"},"plain"]},\
                "UserData":{"LogFileCleared":{"@xmlns":"urn:x","Channel":"System","Part":{"@kind":"k","#text":"t"}}}}}
                """).event();
        assertThat(event.header().provider()).isEqualTo("P");
        assertThat(event.header().time()).isEqualTo(SystemTime.parse("2025-10-24T23:34:34Z"));
        assertThat(CollectedEvents.fields(event))
                .containsExactly("Image=a.exe", "Empty=", "=plain", "Channel=System", "@kind=k", "Part=t");
    }

    @Test
    void nestedFormWithSeparateAttributesIsRead() throws IOException {
        Event event = CollectedEvents.read(FORMAT, """
                {"Event":{"System":{"Provider_attributes":{"Name":"P"},"EventID":7,"EventID_attributes":{"Qualifiers":1},\
                "TimeCreated_attributes":{"SystemTime":"2025-10-24T23:34:34Z"},"Channel":"C"},\
                "UserData":{"A":{"B":"x","B_attributes":{"k":"v"}}}}}
                """).event();
        assertThat(event.header().provider()).isEqualTo("P");
        assertThat(event.header().qualifiers()).isEqualTo("1");
        assertThat(event.header().time()).isEqualTo(SystemTime.parse("2025-10-24T23:34:34Z"));
        assertThat(CollectedEvents.fields(event)).containsExactly("B=x", "@k=v");
    }

    @Test
    void nestedFormWithNumbersForTimesIsRead() throws IOException {
        Event event = CollectedEvents.read(FORMAT, """
                {"System":{"Provider":{"Name":"P"},"EventID":{"Value":7},"TimeCreated":{"SystemTime":1600000000.25},\
                "Channel":"C"},"EventData":{"A":"b"}}
                """).event();
        assertThat(event.header().eventId()).isEqualTo(7);
        assertThat(event.header().time()).isEqualTo(SystemTime.parse("2020-09-13T12:26:40.25Z"));
    }

    @Test
    void flatFormIsRead() throws IOException {
        Event event = CollectedEvents.read(FORMAT, FLAT).event();
        assertThat(event.header().eventId()).isEqualTo(1);
        assertThat(event.header().channel()).isEqualTo("Microsoft-Windows-Sysmon/Operational");
        assertThat(event.header().computer()).isEqualTo("WS01");
        assertThat(event.header().keywords()).isEqualTo("0x8000000000000000");
        assertThat(event.header().level()).isEqualTo("4");
        assertThat(event.header().time()).isEqualTo(SystemTime.parse("2024-05-06T07:08:10Z"));
        assertThat(CollectedEvents.fields(event)).containsExactly("Image=C:\\a.exe", "UtcTime=2024-05-06 07:08:09.123");
    }

    @Test
    void linesArraysAndSpreadObjectsAreRead() throws IOException {
        String array = "[" + FLAT.strip() + ",\n" + NESTED.strip() + "]";
        assertThat(CollectedEvents.read(FORMAT, array).events()).hasSize(2);
        assertThat(CollectedEvents.read(FORMAT, "[" + FLAT.strip() + "," + FLAT.strip() + "]")
                        .events())
                .hasSize(2);
        String spread = FLAT.replace(",\"", ",\n  \"").replace("{", "{\n");
        CollectedEvents read = CollectedEvents.read(FORMAT, spread + spread);
        assertThat(read.events()).hasSize(2);
        assertThat(read.events().get(1).location().record())
                .isEqualTo(spread.lines().count() + 1);
        assertThat(read.events().get(1).location().offset()).isEqualTo(spread.length());
    }

    @Test
    void badLineCostsThatLine() throws IOException {
        List<String> damages = List.of(
                "{\"EventID\":1,\"Channel\":\"C",
                "{\"EventID\":1,",
                "{\"EventID\":1,\"Channel\":C}",
                "{\"EventID\":1]}",
                "not JSON",
                "{\"a\":1}",
                "{}",
                "12",
                "{\"EventID\":\"\\ud8\"}",
                "{\"EventID\":1,\"Channel\":\"\u0001\"}");
        for (String damage : damages) {
            CollectedEvents read = CollectedEvents.read(FORMAT, FLAT + damage + "\n" + FLAT);
            assertThat(read.events()).as(damage).hasSize(2);
            assertThat(read.events().get(1).location().record()).as(damage).isEqualTo(3);
            assertThat(read.rendered()).as(damage).hasSize(1);
            assertThat(read.rendered().get(0)).startsWith("f: record 2 at byte " + FLAT.length() + ": ");
        }
    }

    @Test
    void damageInTheFirstObjectDoesNotCostTheNext() throws IOException {
        CollectedEvents read = CollectedEvents.read(FORMAT, "{\"EventID\":1,\n" + FLAT + FLAT);
        assertThat(read.events()).hasSize(2);
        assertThat(read.rendered()).containsExactly("f: record 1 at byte 0: another object begins inside this one");
    }

    @Test
    void objectCutAtTheEndOfTheFileIsReported() throws IOException {
        CollectedEvents read = CollectedEvents.read(FORMAT, FLAT + FLAT.substring(0, 30));
        assertThat(read.events()).hasSize(1);
        assertThat(read.rendered()).singleElement().asString().contains("the file ends inside");
    }

    @Test
    void foreignObjectIsReportedWithItsNames() throws IOException {
        assertThat(CollectedEvents.read(FORMAT, FLAT + "{\"a\":1,\"b\":{}}").rendered())
                .containsExactly("f: record 2 at byte " + FLAT.length()
                        + ": no Windows event in a known form; has the fields a, b");
    }

    @Test
    void utf16AndByteOrderMarksAreRead() throws IOException {
        String text = FLAT.replace("a.exe", "bücher-日本-\uD83D\uDE00.exe").repeat(500);
        for (var charset : new Charset[] {StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE}) {
            CollectedEvents read = CollectedEvents.read(FORMAT, ("\uFEFF" + text).getBytes(charset));
            assertThat(read.events()).hasSize(500);
            assertThat(read.events().get(499).value("Image")).isEqualTo("C:\\bücher-日本-\uD83D\uDE00.exe");
            assertThat(read.events().get(499).location().record()).isEqualTo(500);
        }
        assertThat(CollectedEvents.read(FORMAT, "\uFEFF" + FLAT).events()).hasSize(1);
    }

    @Test
    void loneSurrogatesBecomeReplacementCharacters() throws IOException {
        String text = FLAT.replace("a.exe", "\\\\ud800x\\\\ud83d\\\\ude00".replace("\\\\", "\\"));
        assertThat(CollectedEvents.read(FORMAT, text).event().value("Image")).isEqualTo("C:\\\uFFFDx\uD83D\uDE00");
    }

    @Test
    void formatIsToldByTheNamesOfTheFirstEvents() {
        assertThat(recognizes(WINLOGBEAT)).isTrue();
        assertThat(recognizes(NESTED)).isTrue();
        assertThat(recognizes(FLAT)).isTrue();
        assertThat(recognizes("[\n" + FLAT)).isTrue();
        assertThat(recognizes(NESTED.substring(0, 300))).isTrue();
        assertThat(recognizes("{\"broken\": \n" + FLAT)).isTrue();
        assertThat(recognizes("{\"a\":1}\n{\"b\":2}\n")).isFalse();
        assertThat(recognizes("{\"Event\":{\"name\":1}}")).isFalse();
        assertThat(recognizes("{")).isFalse();
        assertThat(recognizes("[1,2]")).isFalse();
        assertThat(recognizes("EventID: 1")).isFalse();
    }

    @Test
    void anyBytesComeToAnEnd() {
        byte[] sound = (WINLOGBEAT + NESTED + FLAT).getBytes(StandardCharsets.UTF_8);
        for (int seed = 0; seed < 2000; seed++) {
            Random random = new Random(seed);
            byte[] bytes = sound.clone();
            for (int i = random.nextInt(20); i > 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) "{}[]\",:\\\n\u0000\u00ffe1 ".charAt(random.nextInt(14));
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
