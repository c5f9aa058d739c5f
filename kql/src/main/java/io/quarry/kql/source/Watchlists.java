package io.quarry.kql.source;

import io.quarry.data.Field;
import io.quarry.data.Schema;
import io.quarry.data.Type;
import io.quarry.kql.analysis.Analysis;
import io.quarry.kql.catalog.SideInputException;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.Projection;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.type.Constants;
import io.quarry.plan.Expr;
import io.quarry.plan.Plan;
import java.util.List;
import java.util.Optional;

/** {@code _GetWatchlist()} and {@code _GetWatchlistAlias()}: tables that a Sentinel workspace keeps for look-ups. */
final class Watchlists {
    /** The columns that every watchlist has beside its own. */
    private static final Schema STANDARD = Schema.of(
            new Field("_DTItemId", Type.STRING),
            new Field("LastUpdatedTimeUTC", Type.DATETIME),
            new Field("SearchKey", Type.STRING),
            new Field("WatchlistItem", Type.DYNAMIC));

    private final Analysis analysis;

    Watchlists(Analysis analysis) {
        this.analysis = analysis;
    }

    Relation aliases() {
        List<List<Object>> rows = analysis.catalog().sideInputs().watchlists().stream()
                .map(alias -> List.<Object>of(alias))
                .toList();
        return Relation.of(new Plan.Values(Schema.of(new Field("WatchlistAlias", Type.STRING)), rows));
    }

    Relation get(Expression.Call call) {
        if (call.arguments().isEmpty()) {
            analysis.report(
                    KqlCode.WRONG_ARGUMENT_COUNT,
                    call.function().span(),
                    call.function().name() + " takes the alias of a watchlist");
            return Relation.BROKEN;
        }
        if (call.arguments().size() > 1) {
            analysis.unsupported(
                    call.arguments().get(1).span(),
                    "a second argument of " + call.function().name() + "()");
            return Relation.BROKEN;
        }
        Expression argument = call.arguments().get(0);
        Scalar alias = analysis.constant(Projection.value(argument));
        Optional<Expr.Literal> literal = Constants.literal(alias.expr()).filter(known -> known.type() == Type.STRING);
        if (literal.isEmpty()) {
            if (alias.isKnown()) {
                analysis.report(
                        KqlCode.CONSTANT_EXPECTED,
                        argument.span(),
                        "the alias of a watchlist has to be a constant text");
            }
            return Relation.BROKEN;
        }
        return named((String) literal.get().value(), argument);
    }

    private Relation named(String alias, Expression argument) {
        try {
            return analysis.catalog()
                    .sideInputs()
                    .watchlist(alias)
                    .map(table -> Relation.of(new Plan.Values(table.schema(), table.rows())))
                    .orElseGet(() ->
                            Relation.of(new Plan.Values(STANDARD, List.of())).opened());
        } catch (SideInputException e) {
            analysis.report(e.code(), argument.span(), e.getMessage(), e.hints().toArray(String[]::new));
            return Relation.BROKEN;
        }
    }
}
