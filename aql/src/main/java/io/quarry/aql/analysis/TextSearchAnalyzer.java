package io.quarry.aql.analysis;

import io.quarry.aql.catalog.AqlColumn;
import io.quarry.aql.catalog.AqlType;
import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.aql.syntax.Query;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Expr;
import io.quarry.plan.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code TEXT SEARCH 'words'}: a condition on the words of the payload. */
final class TextSearchAnalyzer {
    /** The columns whose words are looked for: that of events, and those of both sides of a flow. */
    private static final List<String> PAYLOADS = List.of("payload", "sourcepayload", "destinationpayload");

    private final QueryScope scope;

    TextSearchAnalyzer(QueryScope scope) {
        this.scope = scope;
    }

    /** Empty if the search is faulty or cannot be run, which is reported. */
    Optional<Expr> condition(Query.TextSearch search) {
        List<AqlColumn> payloads = PAYLOADS.stream()
                .flatMap(name -> scope.rows().columns().bare(name).stream())
                .filter(column -> column.type() == AqlType.BYTES)
                .toList();
        if (payloads.isEmpty() || !scope.rows().isTable()) {
            scope.findings()
                    .add(CommonCode.UNSUPPORTED, search.span(), "TEXT SEARCH needs the payload of events or flows");
            return Optional.empty();
        }
        Origin origin = scope.origin(search.span());
        try {
            Expr condition = new SearchTerms(search.terms(), word -> occurs(payloads, word, origin)).condition();
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

    /** Whether a word is in one of the payloads; one that is absent has no words. */
    private Expr occurs(List<AqlColumn> payloads, String word, Origin origin) {
        List<Expr> any = new ArrayList<>();
        for (AqlColumn payload : payloads) {
            Expr text = scope.rows().read(payload).expr();
            Expr isThere = new Expr.Not(Operators.call("IS NULL", origin, text));
            Expr contains = contains(text, word, origin);
            any.add(payloads.size() == 1 ? contains : new Expr.And(List.of(isThere, contains)));
        }
        return any.size() == 1 ? any.get(0) : new Expr.Or(any);
    }

    private static Expr contains(Expr text, String word, Origin origin) {
        String regex = "(?:^|[^\\p{L}\\p{N}])" + word + "(?:$|[^\\p{L}\\p{N}])";
        return Operators.call(
                "IMATCHES ANYWHERE", origin, text, Typed.text(regex).expr());
    }
}
