package io.quarry.detect.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.data.Platform;
import io.quarry.data.TableName;
import io.quarry.kql.Kql;
import io.quarry.kql.catalog.KqlCatalog;
import io.quarry.plan.Plan;
import io.quarry.plan.SourceText;
import io.quarry.telemetry.view.Needs;
import org.junit.jupiter.api.Test;

class ScansTest {
    @Test
    void whatASubqueryReadsIsNeededAndNothingElseOfItsTable() {
        Plan plan = Kql.compile(
                        new SourceText(
                                "query",
                                "DeviceProcessEvents | where FileName in ((DeviceFileEvents"
                                        + " | where FolderPath has 'x' | project FileName, SHA1)) | project DeviceName"),
                        KqlCatalog.of(Platform.DEFENDER))
                .orThrow();
        Needs needs = Scans.addTo(Needs.none(), plan);
        assertThat(needs.schema(table("DeviceProcessEvents")).orElseThrow().names())
                .containsExactlyInAnyOrder("FileName", "DeviceName");
        assertThat(needs.schema(table("DeviceFileEvents")).orElseThrow().names())
                .containsExactlyInAnyOrder("FileName", "FolderPath");
    }

    private static TableName table(String name) {
        return new TableName(Platform.DEFENDER, name);
    }
}
