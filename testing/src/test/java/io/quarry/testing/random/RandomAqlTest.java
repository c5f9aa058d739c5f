package io.quarry.testing.random;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.aql.Aql;
import io.quarry.aql.catalog.AqlCatalog;
import io.quarry.aql.service.Formatter;
import io.quarry.data.Table;
import io.quarry.plan.Compilation;
import io.quarry.plan.Plan;
import io.quarry.plan.SourceText;
import io.quarry.testing.aql.PrintedTrees;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Random AQL over random rows: engine and interpreter agree under every configuration, and layout changes no plan. {@code
 * -Dquarry.seed=N} repeats one; {@code -Dquarry.plans=N} sets how many are tried.
 */
final class RandomAqlTest {
    private static final AqlCatalog CATALOG = AqlCatalog.standard().with(RandomEvents.NAME, RandomEvents.SCHEMA);

    @Test
    void engineAndInterpreterAgree() {
        Seeds.forEach(seed -> {
            Random random = new Random(seed);
            Table table = RandomEvents.make(random);
            String query = new RandomAql(random).query();
            String repeat = "-Dtest=RandomAqlTest -Dquarry.seed=" + seed + "\n" + query;
            Agreement.check(plan(query, repeat), name -> table, RandomEvents.NOW, repeat);
        });
    }

    @Test
    void printingAndReadingAgainGivesTheSameTree() {
        Seeds.forEach(seed -> {
            String query = new RandomAql(new Random(seed)).query();
            assertThat(PrintedTrees.printedTree(query)).as(query).isEqualTo(PrintedTrees.tree(query));
        });
    }

    @Test
    void layoutChangesNoPlan() {
        Seeds.forEach(seed -> {
            String query = new RandomAql(new Random(seed)).query();
            String repeat = "-Dtest=RandomAqlTest -Dquarry.seed=" + seed + "\n" + query;
            String formatted = Formatter.format(new SourceText("query", query)).text();
            assertThat(plan(formatted, repeat)).as(repeat).isEqualTo(plan(query, repeat));
        });
    }

    private static Plan plan(String query, String repeat) {
        Compilation compilation = Aql.compile(new SourceText("query", query), CATALOG);
        return compilation.plan().orElseThrow(() -> new AssertionError(repeat + "\n" + compilation.diagnostics()));
    }
}
