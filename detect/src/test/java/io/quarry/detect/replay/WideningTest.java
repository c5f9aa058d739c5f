package io.quarry.detect.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.data.Platform;
import io.quarry.kql.Kql;
import io.quarry.kql.catalog.KqlCatalog;
import io.quarry.plan.Plan;
import io.quarry.plan.SourceText;
import org.junit.jupiter.api.Test;

class WideningTest {
    @Test
    void elementsOfEachEventAreJudgedAlone() {
        assertThat(Widening.widen(plan("| where Timestamp > ago(1h) | mv-expand p = split(FolderPath, '/')")))
                .contains(plan("| mv-expand p = split(FolderPath, '/')"));
        assertThat(Widening.widen(plan("| mv-expand p = split(FolderPath, '/') | where Timestamp > ago(1h)")))
                .contains(plan("| mv-expand p = split(FolderPath, '/')"));
    }

    @Test
    void elementsThatDependOnTheClockAreNotWidened() {
        assertThat(Widening.widen(plan("| mv-expand t = pack_array(now(), Timestamp)")))
                .isEmpty();
    }

    @Test
    void aPipeOverTheElementsOfEachEventIsWidened() {
        String pipe = " | mv-apply p = split(FolderPath, '/') to typeof(string) on ("
                + "where p contains 'x' | sort by p asc | take 3 | summarize all = make_list(p), n = count()) | where n > 0";
        assertThat(Widening.widen(plan("| where Timestamp > ago(1h)" + pipe))).contains(plan(pipe));
        assertThat(Widening.widen(plan(pipe + " | where Timestamp > ago(1h)"))).contains(plan(pipe));
    }

    @Test
    void numbersOfRowsThatComeOutAreNotWidened() {
        assertThat(Widening.widen(plan("| where Timestamp > ago(1h) | serialize n = row_number()")))
                .isEmpty();
        assertThat(Widening.widen(plan("| where Timestamp > ago(1h) | serialize n = row_number() | where n > 2")))
                .isEmpty();
        assertThat(
                        Widening.widen(
                                plan(
                                        "| where Timestamp > ago(1h) | serialize n = row_number() | summarize m = sum(n) by n | project m")))
                .isEmpty();
    }

    @Test
    void eventsJoinedToConstantsAreJudgedAlone() {
        String join = " | join kind=inner (datatable(FileName: string) ['a.exe']) on FileName";
        assertThat(Widening.widen(plan("| where Timestamp > ago(1h)" + join))).contains(plan(join));
        assertThat(Widening.widen(plan("| where Timestamp > ago(1h)" + join.replace("inner", "innerunique"))))
                .isEmpty();
    }

    private static Plan plan(String steps) {
        return Kql.compile(
                        new SourceText("query", "DeviceProcessEvents " + steps + ""), KqlCatalog.of(Platform.DEFENDER))
                .orThrow();
    }
}
