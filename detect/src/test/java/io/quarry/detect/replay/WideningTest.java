package io.quarry.detect.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.data.Platform;
import io.quarry.kql.Kql;
import io.quarry.kql.KqlCatalog;
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

    private static Plan plan(String steps) {
        return Kql.compile(
                        new SourceText("query", "DeviceProcessEvents " + steps + ""), KqlCatalog.of(Platform.DEFENDER))
                .orThrow();
    }
}
