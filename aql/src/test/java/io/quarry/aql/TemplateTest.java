package io.quarry.aql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarry.aql.catalog.AqlCatalog;
import io.quarry.plan.Compilation;
import io.quarry.plan.Draft;
import io.quarry.plan.Plan;
import io.quarry.plan.QueryException;
import io.quarry.plan.SourceText;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries with places that a program fills in. */
final class TemplateTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "WHERE username = {user} LAST 1 HOURS",
                "WHERE username = {{ user }} LAST 1 HOURS",
                "WHERE username = ${user} LAST 1 HOURS",
                "WHERE username = $user AND qid > 1 LAST 1 HOURS",
                "WHERE username = $user$ LAST 1 HOURS",
                "WHERE username = %s LAST 1 HOURS",
                "WHERE username LIKE %(user)s LAST 1 HOURS",
                "WHERE username = ##user## LAST 1 HOURS",
                "WHERE username = :user LAST 1 HOURS",
                "WHERE username = @user LAST 1 HOURS",
                "WHERE username = <user name> LAST 1 HOURS",
                "WHERE username IN (?, ?) LAST 1 HOURS",
                "WHERE sourceip = '{ip}' LAST 1 HOURS",
                "WHERE sourceip IN ('%s', '[IP]') LAST 1 HOURS",
                "WHERE INCIDR({range}, sourceip) LAST 1 HOURS",
                "WHERE magnitude > {least} + 1 LAST 1 HOURS",
                "START '{start}' STOP '{stop}'",
                "START {start} STOP {stop}",
                "LAST {n} HOURS",
                "LAST {span}",
                "LIMIT {n} LAST 1 HOURS",
            })
    void aPlaceholderIsAValueThatIsGivenLater(String rest) {
        Compilation compiled = Compiling.compile("SELECT username FROM events " + rest);
        assertThat(Compiling.found("SELECT username FROM events " + rest))
                .isNotEmpty()
                .allMatch(found -> found.startsWith("TEMPLATE"));
        assertThat(compiled.draft()).containsInstanceOf(Draft.Template.class);
        assertThatThrownBy(compiled::orThrow).isInstanceOf(QueryException.class).hasMessageContaining("TEMPLATE_VALUE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT {columns} FROM events LAST 1 HOURS",
                "SELECT username FROM {table} LAST 1 HOURS",
                "SELECT username FROM events WHERE {condition} LAST 1 HOURS",
                "SELECT username FROM events WHERE qid > 1 AND <your condition> LAST 1 HOURS",
                "SELECT COUNT(*) FROM events GROUP BY {key} LAST 1 HOURS",
                "SELECT username FROM events ORDER BY {key} LAST 1 HOURS",
            })
    void whatIsMoreThanAValueIsRefused(String query) {
        assertThat(Compiling.found(query)).hasSize(1).allMatch(found -> found.startsWith("TEMPLATE_VALUE "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "WHERE username = {user} LAST 1 HOURS # WHERE username = 'O''Neil' LAST 1 HOURS",
                "WHERE username = '{user}' LAST 1 HOURS # WHERE username = 'O''Neil' LAST 1 HOURS",
                "WHERE username LIKE '%${user}%' LAST 1 HOURS # WHERE username LIKE '%O''Neil%' LAST 1 HOURS",
                "WHERE username != '{other}' LAST 1 HOURS # WHERE username != '{other}' LAST 1 HOURS",
                "WHERE sourceip = '{ip}' LAST 1 HOURS # WHERE sourceip = '192.0.2.1' LAST 1 HOURS",
                "WHERE magnitude > {n} LIMIT {n} LAST {n} HOURS # WHERE magnitude > 5 LIMIT 5 LAST 5 HOURS",
                "WHERE username = {zeros} LAST {span} # WHERE username = '007' LAST 2 DAYS",
                "WHERE username = {quoted} LAST 1 HOURS # WHERE username = '5' LAST 1 HOURS",
                "START '{start}' STOP '{stop}' # START '2026-01-05 10:00' STOP '2026-01-05 11:00'",
            })
    void aValueBecomesALiteral(String template, String filled) {
        assertThat(plan("SELECT username FROM events " + template))
                .isEqualTo(plan("SELECT username FROM events " + filled));
    }

    @Test
    void aValueThatDoesNotFitIsRefusedAtItsPlaceholder() {
        assertThat(compile("SELECT username FROM events START '{user}'").diagnostics())
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.code().name()).isEqualTo("NOT_CONVERTIBLE");
                    assertThat(found.message()).isEqualTo("'O'Neil' is not a point in time");
                    assertThat(found.source().slice(found.span())).isEqualTo("'{user}'");
                });
    }

    @Test
    void aValueWithoutAPlaceholderIsRefused() {
        AqlCatalog catalog = AqlCatalog.standard().withParameters(Map.of("usr", "bob"));
        String query = "SELECT username FROM events WHERE username = {user} LAST 1 HOURS";
        assertThat(Aql.compile(new SourceText("query", query), catalog).diagnostics())
                .extracting(found -> found.message())
                .contains("the query holds no placeholder 'usr'");
    }

    @Test
    void whatIsMissingIsSaidWithTheWayToGiveIt() {
        Draft.Template template = (Draft.Template) Compiling.compile(
                        "SELECT username FROM events WHERE username = {user} OR username = <first name> OR qid = ? LAST 1 HOURS")
                .draft()
                .orElseThrow();
        assertThat(template.missing())
                .extracting(
                        missing -> missing.message() + "; " + missing.hints().get(0))
                .containsExactly(
                        "{user} is a placeholder, and is given no value; --param user=VALUE gives its value to a query that runs",
                        "<first name> is a placeholder, and is given no value;"
                                + " --param \"first name=VALUE\" gives its value to a query that runs",
                        "? is a placeholder, and is given no value;"
                                + " write a value in its place; it has no name by which one could be given");
    }

    @Test
    void aPatternIsNoPlaceholder() {
        assertThat(Compiling.found("SELECT qid FROM events WHERE devicetype = '%windows%' LAST 1 HOURS"))
                .noneMatch(found -> found.startsWith("TEMPLATE"));
    }

    @Test
    void operatorsAreNoPlaceholders() {
        assertThat(Compiling.found(
                        "SELECT eventcount %s FROM events WHERE magnitude %d > 1 AND 1 <qid AND qid> 3 LAST 1 HOURS"))
                .noneMatch(found -> found.startsWith("TEMPLATE"));
    }

    private static Plan plan(String query) {
        return compile(query).orThrow();
    }

    private static Compilation compile(String query) {
        Map<String, String> values = Map.of(
                "user", "O'Neil",
                "ip", "192.0.2.1",
                "n", "5",
                "zeros", "007",
                "quoted", "'5'",
                "span", "2 DAYS",
                "start", "2026-01-05 10:00",
                "stop", "2026-01-05 11:00");
        Map<String, String> used = new HashMap<>(values);
        used.keySet().removeIf(name -> !query.contains("{" + name + "}"));
        return Aql.compile(new SourceText("query", query), AqlCatalog.standard().withParameters(used));
    }
}
