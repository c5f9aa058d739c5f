package io.quarry.kql.operator;

import io.quarry.kql.analysis.Analysis;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.PlanSize;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.syntax.Operator;
import io.quarry.kql.syntax.OperatorParameter;
import io.quarry.plan.JoinKind;
import io.quarry.plan.Suggestions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code join}: left and right columns; a right column whose name is taken gets a number appended. */
final class JoinOperator {
    /** What a kind is in a plan, and which side of the query is the plan's left. */
    private record Kind(JoinKind kind, Side left) {}

    private enum Side {
        LEFT,
        RIGHT
    }

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("innerunique", new Kind(JoinKind.INNER_UNIQUE, Side.LEFT)),
            Map.entry("inner", new Kind(JoinKind.INNER, Side.LEFT)),
            Map.entry("leftouter", new Kind(JoinKind.LEFT_OUTER, Side.LEFT)),
            Map.entry("rightouter", new Kind(JoinKind.RIGHT_OUTER, Side.LEFT)),
            Map.entry("fullouter", new Kind(JoinKind.FULL_OUTER, Side.LEFT)),
            Map.entry("leftsemi", new Kind(JoinKind.LEFT_SEMI, Side.LEFT)),
            Map.entry("rightsemi", new Kind(JoinKind.LEFT_SEMI, Side.RIGHT)),
            Map.entry("anti", new Kind(JoinKind.LEFT_ANTI, Side.LEFT)),
            Map.entry("leftanti", new Kind(JoinKind.LEFT_ANTI, Side.LEFT)),
            Map.entry("leftantisemi", new Kind(JoinKind.LEFT_ANTI, Side.LEFT)),
            Map.entry("rightanti", new Kind(JoinKind.LEFT_ANTI, Side.RIGHT)),
            Map.entry("rightantisemi", new Kind(JoinKind.LEFT_ANTI, Side.RIGHT)));

    private final Analysis analysis;

    JoinOperator(Analysis analysis) {
        this.analysis = analysis;
    }

    Relation apply(Operator.Join join, Relation left) {
        Relation right = analysis.table(join.right());
        JoinKeys keys = new JoinKeys(analysis, left, right);
        for (Expression condition : join.conditions()) {
            keys.add(condition);
        }
        Kind kind = kind(analysis, join.parameters(), KINDS.keySet())
                .map(KINDS::get)
                .orElse(KINDS.get("innerunique"));
        PlanSize size = PlanSize.over(List.of(left.size(), right.size())).next();
        return kind.left() == Side.LEFT
                ? new Joined(left, right)
                        .rows(kind.kind(), keys.left(), keys.right(), Set.of())
                        .sized(size)
                : new Joined(right, left)
                        .rows(kind.kind(), keys.right(), keys.left(), Set.of())
                        .sized(size);
    }

    /** The kind that is written; empty if none is, or after reporting one that does not exist. */
    static Optional<String> kind(Analysis analysis, List<OperatorParameter> parameters, Set<String> kinds) {
        for (OperatorParameter parameter : parameters) {
            if (!parameter.name().equals("kind")) {
                continue;
            }
            if (kinds.contains(parameter.value())) {
                return Optional.of(parameter.value());
            }
            String[] hints = Suggestions.near(parameter.value(), kinds).stream()
                    .map(near -> "did you mean '" + near + "'?")
                    .toArray(String[]::new);
            analysis.report(
                    KqlCode.UNKNOWN_KIND,
                    parameter.valueSpan(),
                    "no kind '" + parameter.value() + "', but " + String.join(", ", new java.util.TreeSet<>(kinds)),
                    hints);
        }
        return Optional.empty();
    }
}
