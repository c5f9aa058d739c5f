package io.quarry.aql.analysis;

import io.quarry.aql.catalog.AqlSwitch;
import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.functions.lookup.Lookup;
import io.quarry.plan.Expr;
import io.quarry.plan.Origin;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds conditions under which the two readings of absent values give different rows: those that negate a test of a value
 * that may be absent. {@link AqlSwitch#ABSENT_IS_FALSE} says what the readings are.
 */
final class AbsentReading {
    /** Functions that an absent argument does not make absent. */
    private static final Set<String> SEES_ABSENCE = Set.of("IS NULL", "CONCAT");

    private final QueryScope scope;
    private final Set<String> absent = new LinkedHashSet<>();
    private Optional<Origin> first = Optional.empty();

    AbsentReading(QueryScope scope) {
        this.scope = scope;
    }

    /** Warns once of all the conditions, and of those inside other expressions of the query. */
    void warn(List<Expr> conditions, List<Expr> others) {
        if (scope.catalog().isOn(AqlSwitch.ABSENT_IS_FALSE)) {
            return;
        }
        conditions.forEach(condition -> judge(condition, Set.of()));
        others.forEach(other -> judgeInside(other, Set.of()));
        if (!absent.isEmpty()) {
            String names = String.join(" or ", absent);
            scope.findings()
                    .add(
                            AqlCode.ABSENT_READING,
                            first.map(Origin::span).orElseThrow(),
                            "a row in which " + names + " is absent does not pass a test that is negated;"
                                    + " whether QRadar lets it pass is not documented",
                            "add OR ... IS NULL to let it pass, or AND ... IS NOT NULL to say that it shall not");
        }
    }

    /** @param present what is not absent where the condition is asked */
    private void judge(Expr condition, Set<Expr> present) {
        if (condition instanceof Expr.And and) {
            Set<Expr> both = new HashSet<>(present);
            and.operands().forEach(operand -> both.addAll(required(operand)));
            and.operands().forEach(operand -> judge(operand, both));
        } else if (condition instanceof Expr.Or or) {
            or.operands().forEach(operand -> judge(operand, present));
        } else if (condition instanceof Expr.Not not) {
            judgeNegated(not.operand(), present);
        } else {
            judgeInside(condition, present);
        }
    }

    private void judgeNegated(Expr operand, Set<Expr> present) {
        if (operand instanceof Expr.And and) {
            and.operands().forEach(one -> judgeNegated(one, present));
        } else if (operand instanceof Expr.Or or) {
            Set<Expr> all = new HashSet<>(present);
            or.operands().forEach(one -> all.addAll(required(new Expr.Not(one))));
            or.operands().forEach(one -> judgeNegated(one, all));
        } else if (operand instanceof Expr.Not not) {
            judge(not.operand(), present);
        } else {
            for (Expr value : mayMakeAbsent(operand)) {
                if (!present.contains(value)) {
                    absent.add(shown(value));
                    first = first.isPresent() ? first : origin(operand);
                }
            }
            judgeInside(operand, present);
        }
    }

    /** Conditions of CASE are tests, too: an absent one is not met. */
    private void judgeInside(Expr expr, Set<Expr> present) {
        if (expr instanceof Expr.Case choice) {
            choice.conditions().forEach(condition -> judge(condition, present));
            choice.values().forEach(value -> judgeInside(value, present));
            judgeInside(choice.otherwise(), present);
        } else {
            expr.children().forEach(child -> judgeInside(child, present));
        }
    }

    /** What cannot be absent if the condition holds, in either reading. */
    private Set<Expr> required(Expr condition) {
        if (condition instanceof Expr.And and) {
            Set<Expr> all = new HashSet<>();
            and.operands().forEach(operand -> all.addAll(required(operand)));
            return all;
        }
        if (condition instanceof Expr.Or or) {
            Set<Expr> common = new HashSet<>(required(or.operands().get(0)));
            or.operands().forEach(operand -> common.retainAll(required(operand)));
            return common;
        }
        if (condition instanceof Expr.Not not) {
            boolean isPresence = not.operand() instanceof Expr.Call call
                    && call.function().name().equals("IS NULL");
            return isPresence
                    ? mayBeAbsent(((Expr.Call) not.operand()).arguments().get(0))
                    : Set.of();
        }
        return mayMakeAbsent(condition);
    }

    /** The values of which any absent one makes a test absent. */
    private Set<Expr> mayMakeAbsent(Expr test) {
        Set<Expr> values = new LinkedHashSet<>();
        if (test instanceof Expr.Call call
                && !SEES_ABSENCE.contains(call.function().name())) {
            call.arguments().forEach(argument -> values.addAll(mayBeAbsent(argument)));
        }
        return values;
    }

    private Set<Expr> mayBeAbsent(Expr value) {
        if (value instanceof Expr.Column column) {
            return scope.rows().mayBeAbsent(column.index()) ? Set.of(column) : Set.of();
        }
        Set<Expr> values = new LinkedHashSet<>(mayMakeAbsent(value));
        if (value instanceof Expr.Call call && call.function() instanceof Lookup) {
            values.add(value);
        }
        return values;
    }

    private String shown(Expr value) {
        return value instanceof Expr.Column column
                ? scope.rows().nameOf(column.index())
                : ((Expr.Call) value)
                        .origin()
                        .source()
                        .slice(((Expr.Call) value).origin().span());
    }

    private static Optional<Origin> origin(Expr test) {
        return test instanceof Expr.Call call ? Optional.of(call.origin()) : Optional.empty();
    }
}
