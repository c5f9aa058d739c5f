package io.quarry.aql.analysis;

import io.quarry.aql.catalog.AqlColumn;
import io.quarry.aql.catalog.AqlType;
import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.aql.syntax.Query;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Expr;
import io.quarry.plan.Origin;
import java.util.Optional;

/** {@code TEXT SEARCH 'words'}: a condition on the words of the payload. */
final class TextSearchAnalyzer {
    private final QueryScope scope;

    TextSearchAnalyzer(QueryScope scope) {
        this.scope = scope;
    }

    /** Empty if the search is faulty or cannot be run, which is reported. */
    Optional<Expr> condition(Query.TextSearch search) {
        Optional<AqlColumn> payload =
                scope.rows().columns().bare("payload").filter(column -> column.type() == AqlType.BYTES);
        if (payload.isEmpty() || !scope.rows().isTable()) {
            scope.findings()
                    .add(
                            CommonCode.UNSUPPORTED,
                            search.span(),
                            "TEXT SEARCH cannot be run yet where there is no payload");
            return Optional.empty();
        }
        Origin origin = scope.origin(search.span());
        Expr text = scope.rows().read(payload.get()).expr();
        try {
            Expr condition = new SearchTerms(search.terms(), word -> contains(text, word, origin)).condition();
            scope.findings()
                    .add(
                            AqlCode.TEXT_SEARCH_READING,
                            search.span(),
                            "the words are looked for as they are; the index of QRadar may find other forms of them, too");
            return Optional.of(condition);
        } catch (SearchTerms.Unreadable e) {
            scope.findings().add(e.code(), search.span(), e.getMessage());
            return Optional.empty();
        }
    }

    private static Expr contains(Expr text, String word, Origin origin) {
        String regex = "(?:^|[^\\p{L}\\p{N}])" + word + "(?:$|[^\\p{L}\\p{N}])";
        return Operators.call(
                "IMATCHES ANYWHERE", origin, text, Typed.text(regex).expr());
    }
}
