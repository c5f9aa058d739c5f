package io.quarry.testing.kql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.quarry.data.Platform;
import io.quarry.engine.Engine;
import io.quarry.engine.Result;
import io.quarry.engine.RunOptions;
import io.quarry.engine.run.CancelToken;
import io.quarry.engine.run.StoppedException;
import io.quarry.kql.Kql;
import io.quarry.kql.catalog.KqlCatalog;
import io.quarry.plan.Plan;
import io.quarry.plan.QueryException;
import io.quarry.plan.SourceText;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries that take long in one place, or bring patterns of a size that nobody writes. */
final class HarshQueriesTest {
    /** Far more than a limit of a fraction of a second takes, for machines that are busy. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "print series_fir(range(1, 200000), range(1, 100000))",
                "print a = range(1, 200000) | project (p, s) = series_periods_detect(a, 0.0, 100000.0, 5)",
                "range x from 1 to 60000 step 1 | extend s = strcat(strrep('ab ', 1024), x)"
                        + " | summarize sum(strlen(replace_regex(s, '(a)|(b)|( )', @'x\\1')))",
                "range x from 1 to 1000000000000 step 1 | summarize percentile(x, 50)",
                "print a = strcat_array(range(1, 200000), ','), l = range(1, 100000)"
                        + " | project replace_strings(a, split(a, ','), split(a, ','))"
            })
    void stopsAtItsTimeLimit(String query) {
        assertTimeoutPreemptively(
                PATIENCE, () -> assertThatThrownBy(() -> run(query, CancelToken.after(Duration.ofMillis(300))))
                        .isInstanceOf(StoppedException.class));
    }

    @Test
    void longArraysAreNotFoldedWhileCompiling() {
        assertTimeoutPreemptively(
                PATIENCE, () -> assertThat(compile("print series_fir(range(1, 200000), range(1, 100000))")
                                .schema()
                                .size())
                        .isEqualTo(1));
    }

    @Test
    void aLongPatternIsReadOrRefused() {
        assertTimeoutPreemptively(PATIENCE, () -> {
            assertThat(run("print 'c7' matches regex '" + "b|".repeat(2_000) + "c7'", CancelToken.none())
                            .rows()
                            .toString())
                    .isEqualTo("[[true]]");
            assertRefused("print 'a' matches regex @'" + "\\w+".repeat(30_000) + "'");
            assertRefused("print 'a' matches regex '" + "(".repeat(20_000) + "a" + ")".repeat(20_000) + "'");
            assertRefused("print 'a' matches regex '" + "a".repeat(200_001) + "'");
        });
    }

    private static void assertRefused(String query) {
        assertThatThrownBy(() -> run(query, CancelToken.none()))
                .isInstanceOfSatisfying(QueryException.class, refused -> assertThat(
                                refused.diagnostics().get(0).message())
                        .contains("regular expression")
                        .hasSizeLessThan(500));
    }

    private static Result run(String query, CancelToken token) {
        return Engine.run(
                compile(query),
                name -> {
                    throw new IllegalArgumentException("no table " + name);
                },
                RunOptions.defaults().withCancelToken(token));
    }

    private static Plan compile(String query) {
        return Kql.compile(new SourceText("query", query), KqlCatalog.of(Platform.DEFENDER))
                .orThrow();
    }
}
