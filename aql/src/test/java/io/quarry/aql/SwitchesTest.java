package io.quarry.aql;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.aql.catalog.AqlCatalog;
import io.quarry.aql.catalog.AqlSwitch;
import io.quarry.plan.PlanText;
import io.quarry.plan.SourceText;
import org.junit.jupiter.api.Test;

final class SwitchesTest {
    private static final String QUERY =
            "SELECT username FROM events WHERE username NOT MATCHES 'a.*' AND username != 'b' LAST 1 HOURS";

    @Test
    void matchesCoversTheValueUnlessSwitched() {
        assertThat(plan(AqlCatalog.standard())).contains("not(username MATCHES 'a.*')");
        assertThat(plan(AqlCatalog.standard().on(AqlSwitch.REGEX_ANYWHERE))).contains("MATCHES ANYWHERE");
    }

    @Test
    void testsOfNullAreUnknownUnlessSwitched() {
        assertThat(plan(AqlCatalog.standard())).contains("not(username = 'b')");
        assertThat(plan(AqlCatalog.standard().on(AqlSwitch.ABSENT_IS_FALSE)))
                .contains("not(case(username = 'b', true, false))");
    }

    @Test
    void theNewestRowComesFirstUnlessSwitched() {
        assertThat(plan(AqlCatalog.standard())).contains("sort by starttime desc");
        assertThat(plan(AqlCatalog.standard().off(AqlSwitch.NEWEST_FIRST))).doesNotContain("sort by");
    }

    private static String plan(AqlCatalog catalog) {
        return PlanText.of(Aql.compile(new SourceText("query", QUERY), catalog).orThrow());
    }
}
