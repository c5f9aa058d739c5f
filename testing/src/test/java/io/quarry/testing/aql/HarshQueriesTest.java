package io.quarry.testing.aql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.quarry.aql.Aql;
import io.quarry.aql.catalog.AqlCatalog;
import io.quarry.data.Batch;
import io.quarry.data.Field;
import io.quarry.data.Platform;
import io.quarry.data.Schema;
import io.quarry.data.Table;
import io.quarry.data.TableName;
import io.quarry.data.TextVector;
import io.quarry.data.Type;
import io.quarry.engine.Engine;
import io.quarry.engine.Result;
import io.quarry.engine.RunOptions;
import io.quarry.engine.run.CancelToken;
import io.quarry.engine.run.StoppedException;
import io.quarry.plan.QueryException;
import io.quarry.plan.SourceText;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries that take long in one place, or bring more than QRadar takes. */
final class HarshQueriesTest {
    private static final Schema SCHEMA = Schema.of(new Field("s", Type.STRING));
    private static final AqlCatalog CATALOG = AqlCatalog.standard().with(new TableName(Platform.QRADAR, "T"), SCHEMA);

    /** Far more than a limit of a fraction of a second takes, for machines that are busy. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT STRLEN(REPLACEALL('(a)|(b)|( )', CONCAT(s, s, s, s, s, s, s, s), '$1$1')) AS n FROM T",
                "SELECT s FROM T WHERE CONCAT(s, s, s, s, s, s) MATCHES '(.*a.{1,60}){1,8}x' AND s LIKE '%a%b%a%b%z'",
                "SELECT MAX(UPPER(REPLACEALL('a', CONCAT(s, s, s, s, s, s), 'abcdefgh'))) AS m FROM T GROUP BY STRLEN(s)"
            })
    void stopsAtItsTimeLimit(String query) {
        Table table = texts(
                IntStream.range(0, 20_000).mapToObj(i -> i + "ab ".repeat(700)).toArray(String[]::new));
        assertTimeoutPreemptively(
                PATIENCE, () -> assertThatThrownBy(() -> run(query, table, CancelToken.after(Duration.ofMillis(100))))
                        .isInstanceOf(StoppedException.class));
    }

    @Test
    void aQueryInListMayGiveTenThousandValues() {
        String query = "SELECT s FROM T WHERE s IN (SELECT s FROM T)";
        String[] texts =
                IntStream.range(0, 20_000).mapToObj(i -> "v" + i % 10_000).toArray(String[]::new);
        assertThat(run(query, texts(texts), CancelToken.none()).rowCount()).isEqualTo(20_000);
        texts[7] = "one more";
        texts[10_007] = "one more";
        assertThat(run(query, texts(texts), CancelToken.none()).rowCount()).isEqualTo(20_000);
        texts[7] = "and another";
        assertThatThrownBy(() -> run(query, texts(texts), CancelToken.none()))
                .isInstanceOfSatisfying(QueryException.class, refused -> assertThat(
                                refused.diagnostics().get(0).render())
                        .contains("query:1:23", "10001 different values", "10000"));
    }

    private static Table texts(String... texts) {
        return Table.of(SCHEMA, List.of(new Batch(SCHEMA, List.of(TextVector.of(texts, texts.length)), texts.length)));
    }

    private static Result run(String query, Table table, CancelToken token) {
        return Engine.run(
                Aql.compile(new SourceText("query", query), CATALOG).orThrow(),
                name -> table,
                RunOptions.defaults().withCancelToken(token));
    }
}
