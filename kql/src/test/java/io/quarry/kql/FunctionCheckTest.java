package io.quarry.kql;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.data.Platform;
import io.quarry.functions.lookup.GeoDatabase;
import io.quarry.kql.catalog.ExternalData;
import io.quarry.kql.catalog.KqlCatalog;
import io.quarry.kql.catalog.SideInputException;
import io.quarry.kql.catalog.SideInputs;
import io.quarry.kql.catalog.SideTable;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Compilation;
import io.quarry.plan.Diagnostic;
import io.quarry.plan.Draft;
import io.quarry.plan.SourceText;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a query's functions are checked for where they are declared, and what not before they are called. */
final class FunctionCheckTest {
    private static final SideInputs MISSING = new SideInputs() {
        @Override
        public Optional<List<List<Object>>> rows(ExternalData data) {
            throw new SideInputException(CommonCode.UNSUPPORTED, "no file");
        }

        @Override
        public Optional<SideTable> watchlist(String alias) {
            throw new SideInputException(KqlCode.UNKNOWN_TABLE, "no watchlist");
        }

        @Override
        public List<String> watchlists() {
            return List.of();
        }

        @Override
        public Optional<GeoDatabase> places() {
            return Optional.empty();
        }
    };

    @Test
    void filesAreReadForCallsOnly() {
        String declaration = "let f = () { _GetWatchlist('w') | where Some == 'x' };";

        assertThat(compile(declaration + " print 1").diagnostics()).isEmpty();
        assertThat(compile(declaration + " f").diagnostics())
                .extracting(Diagnostic::code)
                .map(Object.class::cast)
                .contains(KqlCode.UNKNOWN_TABLE);
    }

    @Test
    void dataIsAskedForCallsOnly() {
        String declaration = "let f = () { print d = dynamic({'a': 1}) | evaluate bag_unpack(d) | where a > 0 };";

        assertThat(compile(declaration + " print 1").results().get(0).draft()).isInstanceOf(Draft.Complete.class);
        assertThat(compile(declaration + " f").results().get(0).draft()).isInstanceOf(Draft.Open.class);
    }

    @Test
    void anErrorOfAFunctionIsReportedOnceHoweverOftenItIsCalled() {
        assertThat(Queries.problems("let f = (n: long) { n + nope }; print f(1), f(2)"))
                .containsExactly("UNKNOWN_COLUMN nope");
    }

    private static Compilation compile(String query) {
        KqlCatalog catalog = KqlCatalog.of(Platform.SENTINEL).reading(MISSING);
        return Kql.compile(new SourceText("query", query), catalog);
    }
}
