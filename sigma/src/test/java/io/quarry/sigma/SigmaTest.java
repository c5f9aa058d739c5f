package io.quarry.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.data.Platform;
import io.quarry.data.Schema;
import io.quarry.plan.Diagnostic;
import io.quarry.plan.Plan;
import io.quarry.plan.SourceText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SigmaTest {
    private static final String SYSMON = "Microsoft-Windows-Sysmon/Operational";

    @Test
    void ruleKeepsItsAttributesAndReadsOnlyTheColumnsItNeeds() {
        SigmaRule rule = rule("""
                title: Shell
                id: 0b1c2d3e-0000-4000-8000-000000000001
                name: shell
                status: test
                level: high
                date: 2026-01-02
                branch: Child
                tags: [attack.t1059]
                fields: [CommandLine]
                custom: {deep: [1]}
                logsource: {product: windows, service: security}
                detection:
                  selection: {EventID: 1102, Image: cmd.exe}
                  condition: selection
                """);

        assertThat(rule.title()).isEqualTo("Shell");
        assertThat(rule.id()).isEqualTo("0b1c2d3e-0000-4000-8000-000000000001");
        assertThat(rule.attribute("name")).isEqualTo("shell");
        assertThat(rule.level()).isEqualTo("high");
        assertThat(rule.attribute("status")).isEqualTo("test");
        assertThat(rule.attribute("branch")).isEqualTo("Child");
        assertThat(rule.attribute("custom")).isEmpty();
        assertThat(rule.attribute("tags")).isEmpty();
        assertThat(rule.logSource()).hasToString("product windows, service security");
        Plan.Scan scan = (Plan.Scan) rule.plan().inputs().get(0);
        assertThat(scan.table().platform()).isEqualTo(Platform.SIGMA);
        assertThat(scan.schema().names()).containsExactly("$channel", "EventID", "Image");
    }

    @Test
    void processCreationIsSysmonAndSecurityWithItsOwnNames() {
        Plan plan = rule(process("{ParentImage|endswith: '\\word.exe', Image|endswith: '\\cmd.exe'}"))
                .plan();

        assertThat(matches(plan, SYSMON, "1", "ParentImage", "C:\\word.exe", "Image", "C:\\cmd.exe"))
                .isTrue();
        assertThat(matches(
                        plan, "Security", "4688", "ParentProcessName", "C:\\word.exe", "NewProcessName", "C:\\CMD.exe"))
                .isTrue();
        assertThat(matches(plan, "Security", "4688", "ParentImage", "C:\\word.exe", "Image", "C:\\cmd.exe"))
                .isFalse();
        assertThat(matches(plan, "Security", "1", "ParentImage", "C:\\word.exe", "Image", "C:\\cmd.exe"))
                .isFalse();
        assertThat(matches(plan, SYSMON, "4688", "ParentProcessName", "C:\\word.exe", "NewProcessName", "C:\\cmd.exe"))
                .isFalse();
    }

    @Test
    void conditionsOfTheLogSourceAreChecked() {
        Plan plan = rule(document("{product: windows, category: registry_delete}", "{TargetObject: x}", "selection"))
                .plan();

        assertThat(matches(plan, SYSMON, "12", "TargetObject", "x", "EventType", "DeleteKey"))
                .isTrue();
        assertThat(matches(plan, SYSMON, "12", "TargetObject", "x", "EventType", "DeleteValue"))
                .isTrue();
        assertThat(matches(plan, SYSMON, "12", "TargetObject", "x", "EventType", "CreateKey"))
                .isFalse();
        assertThat(matches(plan, SYSMON, "12", "TargetObject", "x")).isFalse();
    }

    @Test
    void antivirusNeedsNoProductAndHasItsOwnNames() {
        Plan plan = rule(document("{category: antivirus}", "{Signature|contains: mimikatz}", "selection"))
                .plan();

        assertThat(matches(
                        plan,
                        "Microsoft-Windows-Windows Defender/Operational",
                        "1116",
                        "ThreatName",
                        "HackTool:Mimikatz"))
                .isTrue();
    }

    @Test
    void wholeWindowsIsEveryRecord() {
        Plan plan = rule(document("{product: windows}", "{A: x}", "selection")).plan();

        assertThat(matches(plan, "Any", "77", "A", "x")).isTrue();
        assertThat(((Plan.Filter) plan).input().schema())
                .extracting(Schema::names)
                .isEqualTo(List.of("A"));
    }

    @Test
    void absentFieldMakesADenialTrue() {
        Plan plan = rule(process("{Image: a}", "filter: {User: SYSTEM}", "selection and not filter"))
                .plan();

        assertThat(matches(plan, SYSMON, "1", "Image", "a")).isTrue();
        assertThat(matches(plan, SYSMON, "1", "Image", "a", "User", "system")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
                    # condition                            ~ the fields that are x  ~ matches
                    a or b and c                           ~ a                      ~ true
                    a or b and c                           ~ b                      ~ false
                    (a or b) and c                         ~ a                      ~ false
                    (a or b) and c                         ~ ac                     ~ true
                    not a and b                            ~ b                      ~ true
                    not (a and b)                          ~ a                      ~ true
                    not not a                              ~ a                      ~ true
                    NOT a AND b OR c                       ~ c                      ~ true
                    1 of them                              ~ c                      ~ true
                    any of them                            ~                        ~ false
                    all of them                            ~ abc                    ~ true
                    all of them                            ~ ab                     ~ false
                    2 of them                              ~ bc                     ~ true
                    2 of them                              ~ b                      ~ false
                    2 of them and not c                    ~ abc                    ~ false
                    all of a*                              ~ a                      ~ true
                    1 of b* or c                           ~ b                      ~ true
                    not 1 of *                             ~                        ~ true
                    """)
    void conditionsCombineSelections(String condition, String fields, boolean expected) {
        String text = "title: t\nlogsource: {product: windows}\ndetection:\n  a: {A: x}\n  b: {B: x}\n  c: {C: x}\n"
                + "  condition: " + condition + "\n";
        Map<String, String> event = new HashMap<>();
        for (char field : fields == null
                ? new char[0]
                : fields.toUpperCase(java.util.Locale.ROOT).toCharArray()) {
            event.put(String.valueOf(field), "x");
        }

        assertThat(Evaluation.matches(rule(text).plan(), event)).isEqualTo(expected);
    }

    @Test
    void themLeavesOutNamesThatBeginWithUnderscore() {
        String text = """
                title: t
                logsource: {product: windows}
                detection:
                  _a: {A: x}
                  b: {B: x}
                  condition: all of them
                """;

        assertThat(Evaluation.matches(rule(text).plan(), Map.of("B", "x"))).isTrue();
    }

    @Test
    void listOfConditionsIsAny() {
        Plan plan = rule(process("{Image: a}", "other: {Image: b}", "[selection, other]"))
                .plan();

        assertThat(matches(plan, SYSMON, "1", "Image", "b")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '"', textBlock = """
                    selection and selektion            ~ SELECTION_UNKNOWN      ~ selektion
                    1 of filter_*                      ~ SELECTION_UNKNOWN      ~ filter_*
                    selection and                      ~ SYNTAX                 ~ ""
                    selection selection                ~ SYNTAX                 ~ selection
                    (selection                         ~ SYNTAX                 ~ ""
                    selection and or selection         ~ SYNTAX                 ~ or
                    1 of                               ~ SYNTAX                 ~ ""
                    0 of them                          ~ RULE_VALUE             ~ 0
                    selection | count() > 5            ~ OLD_AGGREGATION        ~ |
                    selection near other               ~ OLD_AGGREGATION        ~ near
                    """)
    void wrongConditionIsReportedAtItsPlace(String condition, String code, String place) {
        SigmaFile file = read(process("{Image: a}", condition));

        assertThat(file.rules()).isEmpty();
        assertThat(file.diagnostics()).first().satisfies(diagnostic -> {
            assertThat(diagnostic.code().name()).isEqualTo(code);
            assertThat(diagnostic.source().slice(diagnostic.span())).isEqualTo(place);
        });
    }

    @Test
    void placeInAQuotedConditionIsExact() {
        SigmaFile file = read(process("{Image: a}", "'selection and nothing'"));

        assertThat(file.diagnostics()).first().satisfies(diagnostic -> assertThat(
                        diagnostic.source().slice(diagnostic.span()))
                .isEqualTo("nothing"));
    }

    @Test
    void damagedOrRefusedDocumentCostsThatDocument() {
        SigmaFile file = read(
                process("{Image: a}") + "---\n" + process("{Image|x: a}") + "---\na: [\n---\n" + process("{Image: b}"));

        assertThat(file.rules()).hasSize(2);
        assertThat(codes(file)).containsExactly("MODIFIER_UNKNOWN", "SYNTAX");
        assertThat(file.hasErrors()).isTrue();
    }

    @Test
    void everyErrorOfARuleIsReported() {
        SigmaFile file = read("""
                id: x
                logsource: {product: windows, category: proces_creation}
                detection:
                  selection: {Image|foo: a}
                  other: {B: []}
                  condition: selection or missing
                """);

        assertThat(codes(file))
                .containsExactly(
                        "RULE_ATTRIBUTE_MISSING",
                        "RULE_ATTRIBUTE_FORMAT",
                        "LOG_SOURCE_UNKNOWN",
                        "MODIFIER_UNKNOWN",
                        "SELECTION_EMPTY",
                        "SELECTION_UNKNOWN");
        assertThat(file.diagnostics().get(2).hints()).containsExactly("did you mean 'process_creation'?");
    }

    @Test
    void whatIsNotSupportedIsNamed() {
        assertThat(codes(read("title: t\ncorrelation: {type: event_count}\n"))).containsExactly("UNSUPPORTED");
        assertThat(codes(read("title: t\nfilter: {rules: [a]}\nlogsource: {product: windows}\n")))
                .containsExactly("UNSUPPORTED");
        assertThat(codes(read("action: global\ntitle: t\n"))).containsExactly("UNSUPPORTED");
    }

    @Test
    void placeholderOfTheCatalogueIsWarnedOf() {
        SigmaFile file = read("id: T1127.002\ndate: 2026/01/02\n" + process("{Image: a}"));

        assertThat(file.rules()).hasSize(1);
        assertThat(codes(file)).containsExactly("RULE_ATTRIBUTE_FORMAT", "RULE_ATTRIBUTE_FORMAT");
    }

    @Test
    void unusedSelectionAndImpossibleCountAreWarnings() {
        SigmaFile file = read(process("{Image: a}", "filter: {User: b}", "3 of selection*"));

        assertThat(file.rules()).hasSize(1);
        assertThat(codes(file)).containsExactly("SELECTION_UNUSED", "CONDITION_NEVER_TRUE");
    }

    @Test
    void largeCountsAreALimit() {
        StringBuilder detection = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            detection.append("  s").append(i).append(": {F").append(i).append(": x}\n");
        }
        SigmaFile file =
                read("title: t\nlogsource: {product: windows}\ndetection:\n" + detection + "  condition: 30 of them\n");

        assertThat(codes(file)).containsExactly("LIMIT");
    }

    @Test
    void deepConditionIsALimit() {
        assertThat(codes(read(process("{Image: a}", "(".repeat(5000) + "selection"))))
                .contains("LIMIT");
    }

    @Test
    void otherYamlIsToldFromRules() {
        assertThat(List.of(process("{Image: a}"), "title: t\ncorrelation: {}\n", "a: [\n", "detection: []"))
                .allMatch(text -> Sigma.holdsRules(new SourceText("x.yml", text)));
        assertThat(List.of("", "# nothing", "name: pack\nbranches: []\n", "- logsource", "detection"))
                .noneMatch(text -> Sigma.holdsRules(new SourceText("x.yml", text)));
    }

    private static List<String> codes(SigmaFile file) {
        return file.diagnostics().stream()
                .map(Diagnostic::code)
                .map(code -> code.name())
                .toList();
    }

    private static boolean matches(Plan plan, String channel, String eventId, String... fields) {
        Map<String, String> event = new HashMap<>(Map.of("$channel", channel, "$eventid", eventId));
        for (int i = 0; i < fields.length; i += 2) {
            event.put(fields[i], fields[i + 1]);
        }
        return Evaluation.matches(plan, event);
    }

    private static String process(String selection) {
        return process(selection, "selection");
    }

    private static String process(String selection, String condition) {
        return document("{product: windows, category: process_creation}", selection, condition);
    }

    private static String process(String selection, String more, String condition) {
        return document("{product: windows, category: process_creation}", selection + "\n  " + more, condition);
    }

    private static String document(String logSource, String selection, String condition) {
        return "title: t\nlogsource: " + logSource + "\ndetection:\n  selection: " + selection + "\n  condition: "
                + condition + "\n";
    }

    private static SigmaRule rule(String text) {
        SigmaFile file = read(text);
        assertThat(file.diagnostics()).noneMatch(Diagnostic::isError);
        assertThat(file.rules()).hasSize(1);
        return file.rules().get(0);
    }

    private static SigmaFile read(String text) {
        return Sigma.read(new SourceText("rule.yml", text));
    }
}
