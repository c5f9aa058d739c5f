package io.quarry.kql.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.data.Platform;
import io.quarry.kql.catalog.KqlCatalog;
import io.quarry.plan.Completion;
import io.quarry.plan.SourceText;
import io.quarry.plan.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The caret is where the bar of two stands: ¦. */
class CompletionsTest {
    private static final KqlCatalog CATALOG = KqlCatalog.of(Platform.DEFENDER);

    @Test
    void aQueryBeginsWithATableOrStatement() {
        assertThat(at("¦")).contains("DeviceEvents", "let", "print", "union").doesNotContain("where", "strlen");
        assertThat(at("DeviceP¦")).containsExactly("DeviceProcessEvents");
        assertThat(at("let T = DeviceEvents; ¦")).startsWith("T");
    }

    @Test
    void afterAPipeOperatorsFollow() {
        assertThat(at("DeviceEvents | ¦")).contains("where", "mv-expand").doesNotContain("DeviceEvents");
        assertThat(at("DeviceEvents | wh¦")).containsExactly("where");
        assertThat(at("DeviceEvents | project-a¦")).containsExactly("project-away");
        assertThat(at("DeviceEvents | mv-¦ | count")).contains("mv-expand").doesNotContain("where");
        assertThat(at("DeviceEvents | where x = (¦")).doesNotContain("summarize");
    }

    @Test
    void columnsAreThoseOfTheStepBefore() {
        assertThat(at("DeviceEvents | where ¦ | count")).contains("FileName", "tolower");
        assertThat(at("DeviceEvents | project a = FileName, b = 1 | where ¦"))
                .startsWith("a", "b")
                .doesNotContain("FileName");
        assertThat(at("DeviceEvents | summarize n = count() by FileName | sort by ¦"))
                .startsWith("FileName", "n");
        assertThat(at("DeviceEvents | extend x = NoSuch + 1 | where FileN¦")).containsExactly("FileName");
        assertThat(at("DeviceEvents | project-away FileN¦")).containsExactly("FileName");
        assertThat(at("DeviceEvents | where FileName has ¦")).contains("FolderPath");
    }

    @Test
    void variablesAreOffered() {
        assertThat(at("let xyz = 3; let xyf = (a: long) { a }; DeviceEvents | where xy¦"))
                .containsExactly("xyf", "xyz");
        assertThat(at("let f = (abc: long) { DeviceEvents | where ab¦")).contains("abc");
        assertThat(at("let f = (T: (c1: long)) { T | where ¦ }; f(x)")).startsWith("c1");
        assertThat(at("let T = DeviceEvents | project q = 1; T | where ¦")).startsWith("q");
        assertThat(at("let T = DeviceEvents | project q = 1 | where ¦")).startsWith("q");
    }

    @Test
    void insideOfAJoinItsOwnTableCounts() {
        assertThat(at("DeviceEvents | join kind=¦"))
                .contains("inner", "leftanti")
                .doesNotContain("FileName");
        assertThat(at("DeviceEvents | join kind=inner (¦")).contains("DeviceInfo");
        assertThat(at("DeviceEvents | join kind=inner (DeviceInfo | project z = 1 | where ¦"))
                .startsWith("z");
        assertThat(at("DeviceEvents | project a = 1 | join (DeviceInfo | project z = 1) on $left.¦"))
                .containsExactly("a");
        assertThat(at("DeviceEvents | project a = 1 | join (DeviceInfo | project z = 1) on $left.a == $right.¦"))
                .containsExactly("z");
        assertThat(at("DeviceEvents | join (DeviceInfo) on Dev¦")).contains("DeviceId");
    }

    @Test
    void aJoinsConditionNamesColumnsOfBothSides() {
        String join = "let T = print c = 1, b = 2; print a = 1, c = 2 | join kind=inner hint.strategy=shuffle ";
        assertThat(at(join + "(T | project-away b) on ¦")).containsExactly("c", "$left", "$right");
        assertThat(at(join + "T on $left.a == $right.¦")).containsExactly("c", "b");
        assertThat(at("DeviceEvents | join hint.¦")).contains("strategy", "shufflekey");
        assertThat(at("DeviceEvents | join hint.strategy=¦")).containsExactly("broadcast", "shuffle");
    }

    @Test
    void tablesAndValuesAreOfferedWhereEitherMayStand() {
        assertThat(at("let T = ¦")).contains("DeviceEvents", "datatable", "union", "dynamic", "tolower");
        assertThat(at("let names = dynamic(['a']); DeviceEvents | where FileName in~ (¦"))
                .contains("names", "DeviceInfo", "FolderPath");
        assertThat(at("let T = DeviceInfo; DeviceEvents | join kind=inner ¦")).contains("T", "DeviceInfo");
        assertThat(at("(union isfuzzy=¦")).containsExactly("false", "true");
        assertThat(at("let T = range x from ¦")).contains("datetime");
        assertThat(at("DeviceEvents | summarize a = make_set(¦"))
                .contains("FileName")
                .doesNotContain("DeviceInfo");
        assertThat(at("DeviceEvents | extend a = toscalar(DeviceInfo | project ¦"))
                .contains("OSPlatform");
    }

    @Test
    void onlyWhatBindsIsOffered() {
        assertThat(at("DeviceEvents | sort ¦")).containsExactly("by");
        assertThat(at("let x = 1; print a = 1 | project-away ¦")).containsExactly("a");
        assertThat(at("DeviceEvents | where FileName !ha¦"))
                .contains("has", "has_cs")
                .doesNotContain("hash");
        assertThat(at("DeviceEvents | where FileName matches ¦")).containsExactly("regex");
    }

    @Test
    void deeplyNestedBracketsAreNoBurden() {
        assertThat(at("print a = 1 | where " + "(".repeat(5_000) + "¦")).contains("a");
    }

    @Test
    void pipesInParenthesesWorkOnTheRowsOfTheirStep() {
        assertThat(at("print a = dynamic([1]), b = 2 | mv-apply a to typeof(long) on (¦"))
                .contains("where");
        assertThat(at("print a = dynamic([1]), b = 2 | mv-apply a to typeof(long) on (where ¦"))
                .startsWith("a", "b");
        assertThat(at("print a = 1, b = 2 | partition by a (project c = b | where ¦"))
                .startsWith("c");
    }

    @Test
    void keywordsFollowWhatTheyBelongTo() {
        assertThat(at("DeviceEvents | summarize count() ¦")).contains("by");
        assertThat(at("DeviceEvents | where FileName ¦")).contains("has", "=~", "in~", "and", "matches regex");
        assertThat(at("DeviceEvents | render ¦")).contains("timechart");
        assertThat(at("DeviceEvents | render timechart with (kind=¦")).contains("stacked");
        assertThat(at("DeviceEvents | evaluate ¦")).contains("bag_unpack");
        assertThat(at("datatable(a: ¦")).contains("long", "datetime");
    }

    @Test
    void nothingIsOfferedInsideOfTextsAndComments() {
        assertThat(at("DeviceEvents | where FileName == 'a¦")).isEmpty();
        assertThat(at("DeviceEvents // com¦")).isEmpty();
    }

    @Test
    void aCompletionReplacesTheWholeWord() {
        List<Completion> found = Completions.at(new SourceText("query", "DeviceEvents | where File"), 23, CATALOG);
        assertThat(found)
                .isNotEmpty()
                .allMatch(completion -> completion.replaces().equals(new Span(21, 25)));
        assertThat(found.get(0).detail()).isEqualTo("string");
    }

    private static List<String> at(String text) {
        int offset = text.indexOf('¦');
        SourceText source = new SourceText("query", text.replace("¦", ""));
        return Completions.at(source, offset, CATALOG).stream()
                .map(Completion::text)
                .toList();
    }
}
