package io.quarry.kql;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.data.Platform;
import io.quarry.data.Type;
import io.quarry.kql.catalog.KqlCatalog;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.plan.Diagnostic;
import io.quarry.plan.Expr;
import io.quarry.plan.JoinKind;
import io.quarry.plan.Parameters;
import io.quarry.plan.Plan;
import io.quarry.plan.SourceText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AnalyzerTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "i + i | long",
                "i / l | long",
                "i * r | real",
                "m + r | decimal",
                "t - t | timespan",
                "t - 1d | datetime",
                "1d + t | datetime",
                "ts / 1h | real",
                "ts * 2 | timespan",
                "-i | long",
                "bin(i, 5) | int",
                "iff(b, i, l) | long",
                "iff(b, d, 's') | string",
                "coalesce(i, 5) | long",
                "max_of(i, l, r) | real",
                "d.x[0] | dynamic",
                "extract('a', 0, s, typeof(long)) | long",
                "ago(1d) | datetime",
                "strcat(s, i, t, d) | string",
                "int(5) | int",
                "dynamic([1]) | dynamic",
            })
    void typesOfExpressions(String expression, String type) {
        Plan plan = Queries.compile("T | project x = " + expression).orThrow();
        // bin of an int and a long gives what the wider one gives.
        String found = plan.schema().type(0).label();
        assertThat(found).isEqualTo(expression.startsWith("bin") ? "long" : type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "T ¦ where nosuch == 1 and alsonot == 2 | UNKNOWN_COLUMN nosuch, UNKNOWN_COLUMN alsonot",
                "T ¦ project nosuch ¦ where nosuch == 1 ¦ extend y = nosuch + 1 | UNKNOWN_COLUMN nosuch",
                "Nosuch ¦ where anything == 1 ¦ project x ¦ join U on x | UNKNOWN_TABLE Nosuch",
                "T ¦ where i has 'a' | WRONG_TYPE has",
                "T ¦ where i | WRONG_TYPE i",
                "T ¦ where t > 1d | WRONG_TYPE >",
                "T ¦ where t > '2020-01-01' | WRONG_TYPE >",
                "T ¦ extend x = s + 'a' | WRONG_TYPE +",
                "T ¦ extend x = strlen(i) | WRONG_TYPE i",
                "T ¦ extend x = nosuch(1), y = tolower() | UNKNOWN_FUNCTION nosuch, WRONG_ARGUMENT_COUNT tolower",
                "T ¦ summarize count() by d.x | DYNAMIC_KEY d.x",
                "T ¦ summarize s | NOT_AGGREGATED s",
                "T ¦ summarize sum(max(i)) | AGGREGATE_MISPLACED max",
                "T ¦ join U on x | JOIN_CONDITION x",
                "T ¦ join kind=inner U on $left.s == $right.l | JOIN_KEY_TYPE $left.s == $right.l",
                "T ¦ where s matches regex 'a(' | INVALID_LITERAL 'a('",
                "T ¦ where s == toscalar(U) | UNSUPPORTED ==",
                "T ¦ reduce by s ¦ where anything == 1 | UNSUPPORTED reduce",
                "T ¦ extend x = geo_point_in_polygon(1, 2, d) | UNSUPPORTED geo_point_in_polygon",
                "T ¦ wherex i == 1 ¦ project nosuch | SYNTAX wherex, UNKNOWN_COLUMN nosuch",
                "T ¦ nothing i == 1 ¦ project nosuch | SYNTAX nothing",
                "T ¦ where s == 'a' or ¦ project s ¦ project nosuch | SYNTAX , UNKNOWN_COLUMN nosuch",
                "union T, U ¦ project l, T | UNION_OPERAND_PIPE ¦",
            })
    void problemsAreFoundInOneRunWithoutNoise(String query, String problems) {
        assertThat(Queries.problems(query.replace('¦', '|')).toString().replace('|', '¦'))
                .isEqualTo("[" + problems + "]");
    }

    @Test
    void stringsOfUnmatchedRowsAreEmptyNotNull() {
        Plan plan = Queries.compile("U | join kind=leftouter U on l").orThrow();
        Plan.Project project = (Plan.Project) plan;
        assertThat(project.columns().get(1).expr()).isInstanceOf(Expr.Column.class);
        assertThat(project.columns().get(4).expr()).isInstanceOf(Expr.Call.class);
        assertThat(project.columns().get(5).expr()).isInstanceOf(Expr.Column.class);
    }

    @Test
    void missingColumnsOfUnionsAreEmptyTextsAndNulls() {
        Plan.Union union = (Plan.Union)
                Queries.compile("union (U | project x), (U | project l, s)").orThrow();
        Plan.Project first = (Plan.Project) union.inputs().get(0);
        assertThat(first.columns().get(1).expr()).isEqualTo(new Expr.Literal(Type.LONG, null));
        assertThat(first.columns().get(2).expr()).isEqualTo(new Expr.Literal(Type.STRING, ""));
    }

    @Test
    void unequalIsTheNegationOfEqual() {
        Plan.Filter filter = (Plan.Filter) Queries.compile("T | where l != 1").orThrow();
        assertThat(filter.condition()).isInstanceOf(Expr.Not.class);
    }

    @Test
    void clockIsAParameter() {
        Plan plan = Queries.compile("print now()").orThrow();
        assertThat(((Plan.Project) plan).columns().get(0).expr()).isEqualTo(Parameters.NOW);
    }

    @Test
    void rightSemiJoinIsALeftOneWithSidesSwapped() {
        Plan.Join join =
                (Plan.Join) Queries.compile("T | join kind=rightsemi U on l").orThrow();
        assertThat(join.kind()).isEqualTo(JoinKind.LEFT_SEMI);
        assertThat(join.schema().names()).containsExactly("l", "s", "x");
    }

    @Test
    void unionSplitsNamesOfSeveralTypes() {
        assertThat(Queries.columns("union (U | project s = 1), (U | project s), (U | project s_long = 2)"))
                .containsExactly("s_long: long", "s_string: string", "s_long1: long");
    }

    @Test
    void sentinelHasItsOwnTimeColumn() {
        KqlCatalog sentinel = KqlCatalog.of(Platform.SENTINEL);
        String query = "SecurityEvent | where Timestamp > ago(1d)";
        assertThat(Kql.compile(new SourceText("query", query), sentinel).diagnostics())
                .singleElement()
                .satisfies(diagnostic -> {
                    assertThat(diagnostic.code()).isEqualTo(KqlCode.UNKNOWN_COLUMN);
                    assertThat(diagnostic.repair().orElseThrow().edits().get(0).replacement())
                            .isEqualTo("TimeGenerated");
                });
    }

    @Test
    void customTablesHaveTheColumnsThatAreNamed() {
        KqlCatalog sentinel = KqlCatalog.of(Platform.SENTINEL);
        String query = "Firewall_CL | where TimeGenerated > ago(1d) and action_s has 'deny' and other == 1"
                + " | project bytes_d, seen_t, ok_b, id_g, other";
        assertThat(Kql.compile(new SourceText("query", query), sentinel)
                        .orThrow()
                        .schema())
                .hasToString("(bytes_d: real, seen_t: datetime, ok_b: bool, id_g: string, other: dynamic)");
    }

    @Test
    void aColumnThatAWorkspaceAddsHasTheTypeThatItsNameTells() {
        KqlCatalog sentinel = KqlCatalog.of(Platform.SENTINEL);
        String query = "AzureDiagnostics | where made_up_t has 'x'";
        assertThat(Kql.compile(new SourceText("query", query), sentinel).diagnostics())
                .extracting(Diagnostic::code)
                .map(Object.class::cast)
                .containsExactly(KqlCode.WRONG_TYPE);
    }

    @Test
    void functionsOfTheQueryAreExpanded() {
        assertThat(Queries.columns(
                        "let f = (x: long, y: long = 2) { x + y }; let g = (a: (l: long)) { a | where l > f(1) };"
                                + " g(U) | project z = f(l), w = f(y = l, x = 1)"))
                .containsExactly("z: long", "w: long");
    }

    @Test
    void catalogHoldsEveryShippedTable() {
        for (Platform platform : List.of(Platform.DEFENDER, Platform.SENTINEL)) {
            KqlCatalog catalog = KqlCatalog.of(platform);
            assertThat(catalog.tableNames()).hasSizeGreaterThan(60).allSatisfy(name -> assertThat(
                            catalog.table(name).orElseThrow().size())
                    .isPositive());
        }
        assertThat(KqlCatalog.of(Platform.DEFENDER).table("SecurityEvent")).isEmpty();
    }
}
