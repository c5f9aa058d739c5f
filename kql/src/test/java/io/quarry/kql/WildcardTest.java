package io.quarry.kql;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.data.Platform;
import io.quarry.kql.catalog.KqlCatalog;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.plan.Compilation;
import io.quarry.plan.Diagnostic;
import io.quarry.plan.Plan;
import io.quarry.plan.SourceText;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WildcardTest {
    private static final KqlCatalog UNIFIED =
            KqlCatalog.of(Platform.UNIFIED).withRowsIn(Set.of("DeviceEvents", "DeviceProcessEvents"));

    @Test
    @Timeout(20)
    void aSearchOverAllTablesReadsThoseThatHaveRows() {
        Compilation compilation = compile("search \"mimikatz\" and DeviceName == \"a\" | take 10");

        assertThat(scans(compilation.orThrow())).isEqualTo(2);
        assertThat(compilation.orThrow().schema().size()).isGreaterThan(5_000);
        assertThat(compilation.diagnostics()).extracting(Diagnostic::code).containsExactly(KqlCode.TABLES_WITHOUT_ROWS);
    }

    @Test
    void columnsOfTablesWithoutRowsAreThere() {
        assertThat(compile("union * | where isnotempty(ResultType) | summarize count() by Type")
                        .plan())
                .isPresent();
    }

    @Test
    void aColumnOfATableWithoutRowsHasTheTypeThatMostHave() {
        assertThat(compile("search Timestamp > ago(1d) | project Timestamp").plan())
                .isPresent();
    }

    @Test
    void whereNothingHasRowsNothingIsRead() {
        Compilation compilation = compile("union Identity* | count");

        assertThat(scans(compilation.orThrow())).isZero();
    }

    @Test
    void aTableThatAFuzzyUnionLeavesOutIsNoError() {
        assertThat(compile("union isfuzzy=true DeviceEvents, NoSuchTable | project DeviceName")
                        .plan())
                .isPresent();
        assertThat(compile("union isfuzzy=true NoSuchTable, NorThis | where Anything == 1 | project Other")
                        .plan())
                .isPresent();
    }

    private static int scans(Plan plan) {
        return (plan instanceof Plan.Scan ? 1 : 0)
                + plan.inputs().stream().mapToInt(WildcardTest::scans).sum();
    }

    private static Compilation compile(String query) {
        return Kql.compile(new SourceText("query", query), UNIFIED);
    }
}
