package io.quarry.aql.check;

import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.aql.syntax.Canonical;
import io.quarry.aql.syntax.Connective;
import io.quarry.aql.syntax.Expression;
import io.quarry.aql.syntax.Query;
import io.quarry.plan.Repair;
import io.quarry.plan.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A query that names branches with {@code CASE WHEN a THEN ... WHEN b THEN ... ELSE ... END} and filters by {@code a OR b},
 * where one operand of the filter is weaker than the condition of its label: rows pass that get the label of {@code ELSE}.
 *
 * <p>Conditions are compared as sets of what {@code AND} joins. An operand is weaker if it lacks some of them, or if one of
 * them excludes less: {@code NOT (x OR y)} where the label has {@code NOT (x OR y OR z)}.
 */
final class LabelFilterMismatch implements Check {
    /** More pairs than these are not compared. */
    private static final int MOST_PAIRS = 10_000;

    /** A condition taken apart at its {@code AND}s, by the canonical text of each part. */
    private record Parts(Expression whole, Map<String, Expression> parts) {
        static Parts of(Expression condition) {
            Map<String, Expression> parts = new LinkedHashMap<>();
            for (Expression part : operands(condition, Connective.AND)) {
                parts.put(Canonical.of(part), part);
            }
            return new Parts(condition, parts);
        }

        List<String> without(Parts other) {
            List<String> rest = new ArrayList<>(parts.keySet());
            rest.removeAll(other.parts.keySet());
            return rest;
        }
    }

    /** An operand of the filter, or a part of it, and what the label has instead. */
    private record Weaker(Expression filter, Expression label) {}

    @Override
    public void check(Subject subject) {
        for (Query.SelectItem item : subject.query().items()) {
            if (item.expression().bare() instanceof Expression.Case labels
                    && labels.operand().isEmpty()
                    && labels.otherwise().isPresent()) {
                compare(labels, subject);
            }
        }
    }

    private static void compare(Expression.Case labels, Subject subject) {
        List<Expression> filters =
                subject.query().where().map(LabelFilterMismatch::alternatives).orElse(List.of());
        if ((long) labels.whens().size() * filters.size() <= MOST_PAIRS) {
            compare(labels, filters.stream().map(Parts::of).toList(), subject);
        }
    }

    /** The operands of the first {@code OR} among the conditions; none if there is no {@code OR}. */
    private static List<Expression> alternatives(Expression where) {
        for (Expression condition : operands(where, Connective.AND)) {
            List<Expression> alternatives = operands(condition, Connective.OR);
            if (alternatives.size() > 1) {
                return alternatives;
            }
        }
        return List.of();
    }

    private static List<Expression> operands(Expression expression, Connective connective) {
        return expression.bare() instanceof Expression.Logical logical && logical.connective() == connective
                ? logical.operands()
                : List.of(expression);
    }

    private static void compare(Expression.Case labels, List<Parts> filters, Subject subject) {
        List<Parts> conditions =
                labels.whens().stream().map(when -> Parts.of(when.condition())).toList();
        for (Parts filter : filters) {
            boolean covered = conditions.stream()
                    .anyMatch(condition -> condition.without(filter).isEmpty());
            if (covered) {
                continue;
            }
            for (int i = 0; i < conditions.size(); i++) {
                Optional<Weaker> weaker = weaker(filter, conditions.get(i));
                if (weaker.isPresent()) {
                    report(weaker.get(), labels, labels.whens().get(i), subject);
                    break;
                }
            }
        }
    }

    private static Optional<Weaker> weaker(Parts filter, Parts label) {
        List<String> onlyFilter = filter.without(label);
        List<String> onlyLabel = label.without(filter);
        if (onlyFilter.size() == filter.parts().size()) {
            return Optional.empty();
        }
        if (onlyFilter.isEmpty()) {
            return Optional.of(new Weaker(filter.whole(), label.whole()));
        }
        if (onlyFilter.size() != 1 || onlyLabel.size() != 1) {
            return Optional.empty();
        }
        Expression part = filter.parts().get(onlyFilter.get(0));
        Expression stricter = label.parts().get(onlyLabel.get(0));
        return isWeaker(part, stricter) ? Optional.of(new Weaker(part, stricter)) : Optional.empty();
    }

    private static boolean isWeaker(Expression part, Expression stricter) {
        if (part.bare() instanceof Expression.Not not && stricter.bare() instanceof Expression.Not notStricter) {
            return hasFewer(not.operand(), notStricter.operand());
        }
        return hasFewer(stricter, part);
    }

    /** True if everything that one {@code OR} joins is joined by the other one, too, which joins more. */
    private static boolean hasFewer(Expression fewer, Expression more) {
        List<String> some =
                operands(fewer, Connective.OR).stream().map(Canonical::of).toList();
        List<String> all =
                operands(more, Connective.OR).stream().map(Canonical::of).toList();
        return some.size() < all.size() && all.containsAll(some);
    }

    private static void report(Weaker weaker, Expression.Case labels, Expression.When when, Subject subject) {
        Span label = weaker.label().span();
        int line = subject.findings().source().line(label.start());
        int column = subject.findings().source().column(label.start());
        String otherwise = subject.slice(labels.otherwise().orElseThrow());
        String condition = subject.slice(label);
        subject.findings()
                .add(
                        Repair.replace(
                                "filter by the condition of the label",
                                weaker.filter().span(),
                                condition),
                        AqlCode.LABEL_FILTER_MISMATCH,
                        weaker.filter().span(),
                        "the filter lets rows pass that the label " + subject.slice(when.value())
                                + " excludes; they come out as " + otherwise,
                        "the label's condition stands at line " + line + ", column " + column,
                        "use the same condition in both");
    }
}
