package io.quarry.telemetry.view;

import static io.quarry.telemetry.view.TestEvents.row;
import static io.quarry.telemetry.view.TestEvents.sysmon;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.data.Platform;
import io.quarry.data.TableName;
import io.quarry.telemetry.Event;
import io.quarry.telemetry.EventField;
import io.quarry.telemetry.EventField.Section;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class SigmaEventsTest {
    private static final TableName EVENTS = new TableName(Platform.SIGMA, "events");

    @Test
    void fieldsHaveTheirOwnNamesAndAbsentOnesAreNull() {
        Event event = sysmon(1, "Image", "C:\\a.exe", "Company", "");
        assertThat(row(EVENTS, event, "Image", "Company", "TargetFilename"))
                .containsEntry("Image", "C:\\a.exe")
                .containsEntry("Company", "")
                .containsEntry("TargetFilename", null);
    }

    /** A copy of all before for each one would take minutes. */
    @Test
    @Timeout(20)
    void aFieldThatIsRepeatedVeryOftenTakesTimeInProportion() {
        String[] fields = new String[600_000];
        for (int i = 0; i < fields.length; i += 2) {
            fields[i] = "a";
            fields[i + 1] = "1";
        }
        Event event = sysmon(1, fields);
        assertThat(row(EVENTS, event, "a").get("a").toString()).hasSize(fields.length - 1);
        assertThat((List<?>) EventText.bag(event).get("a")).hasSize(fields.length / 2);
    }

    @Test
    void namesAreReadExactly() {
        assertThat(row(EVENTS, sysmon(1, "Image", "C:\\a.exe"), "image")).containsEntry("image", null);
    }

    @Test
    void headerFieldsJoinElementAndAttribute() {
        assertThat(row(
                        EVENTS,
                        sysmon(1),
                        "EventID",
                        "Channel",
                        "Computer",
                        "Provider_Name",
                        "Level",
                        "Execution_ProcessID",
                        "Security_UserID",
                        "EventRecordID",
                        "TimeCreated_SystemTime",
                        "Correlation_ActivityID"))
                .containsEntry("EventID", "1")
                .containsEntry("Channel", TestEvents.SYSMON)
                .containsEntry("Computer", "WS01.corp.example")
                .containsEntry("Provider_Name", "Microsoft-Windows-Sysmon")
                .containsEntry("Level", "4")
                .containsEntry("Execution_ProcessID", "3208")
                .containsEntry("Security_UserID", "S-1-5-18")
                .containsEntry("EventRecordID", "42")
                .containsEntry("TimeCreated_SystemTime", TestEvents.NOON)
                .containsEntry("Correlation_ActivityID", null);
    }

    @Test
    void userDataLeafWinsOverTheHeaderButNotForTheLogSource() {
        Event event = new Event(
                sysmon(104).location(),
                TestEvents.header("System", 104, "WS01", TestEvents.NOON),
                List.of(new EventField(Section.USER_DATA, "Channel", "Security")));
        assertThat(row(EVENTS, event, "Channel", "$channel", "$eventid:long"))
                .containsEntry("Channel", "Security")
                .containsEntry("$channel", "System")
                .containsEntry("$eventid", 104L);
    }

    @Test
    void blanksInFieldNamesAreLeftOut() {
        assertThat(row(EVENTS, sysmon(1116, "Threat Name", "Eicar"), "ThreatName"))
                .containsEntry("ThreatName", "Eicar");
    }

    @Test
    void severalValuesOfOneFieldAreKeptApart() {
        Event event = sysmon(400, "", "one", "", "two", "", "th\uFDD0ree");
        assertThat(row(EVENTS, event, "Data")).containsEntry("Data", "one\uFDD0two\uFDD0th\uFFFDree");
    }

    @Test
    void keywordsAreAllValues() {
        String keywords = row(EVENTS, sysmon(1, "Image", "C:\\a.exe", "Empty", ""), "$keywords")
                .get("$keywords")
                .toString();
        assertThat(keywords.split("\uFDD0")).contains("C:\\a.exe", "WS01.corp.example", TestEvents.SYSMON, "1");
        assertThat(keywords).doesNotContain("Image").doesNotContain("\uFDD0\uFDD0");
    }

    @Test
    void everyEventIsARow() {
        Event event = TestEvents.event("Application", 1000, "WS02", null);
        assertThat(row(EVENTS, event, "EventID", "$time:datetime"))
                .containsEntry("EventID", "1000")
                .containsEntry("$time", null);
    }
}
