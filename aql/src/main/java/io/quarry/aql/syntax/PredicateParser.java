package io.quarry.aql.syntax;

import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.plan.Repair;
import io.quarry.plan.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What may follow a value to make a condition of it: comparisons, patterns, {@code IN}, {@code BETWEEN}, {@code IS}. */
final class PredicateParser {
    private final TokenStream tokens;
    private final ExpressionParser expressions;
    private final QueryParser queries;
    private final ForeignPredicates foreign;
    private final ForeignMembership memberships;
    private final ForeignPatterns foreignPatterns;

    PredicateParser(TokenStream tokens, ExpressionParser expressions, QueryParser queries) {
        this.tokens = tokens;
        this.expressions = expressions;
        this.queries = queries;
        this.foreign = new ForeignPredicates(tokens, expressions);
        this.memberships = new ForeignMembership(tokens, expressions);
        this.foreignPatterns = new ForeignPatterns(tokens);
    }

    /** A value, or a condition on it. */
    Expression predicate() {
        int start = tokens.peek().start();
        Expression operand = expressions.joined();
        int height = expressions.height();
        Optional<BinaryOperator> comparison = comparison();
        Expression result = operand;
        if (comparison.isPresent()) {
            result = compared(operand, start, comparison.get());
            height = Math.max(height, expressions.height());
        } else {
            int notStart = tokens.peek().start();
            boolean negated = tokens.accept("NOT") || foreign.acceptNegation();
            result = tested(operand, start, notStart, negated);
            height = Math.max(height, expressions.height());
        }
        if (result != operand) {
            expressions.grow(height);
        }
        return result;
    }

    private Optional<BinaryOperator> comparison() {
        return BinaryOperator.of(tokens.peek())
                .filter(BinaryOperator::isComparison)
                .or(foreign::equality);
    }

    /** A comparison; if another one follows at once, both hold in other languages. */
    private Expression compared(Expression first, int start, BinaryOperator operator) {
        List<Expression> all = new ArrayList<>();
        Expression left = first;
        int highest = 0;
        for (Optional<BinaryOperator> next = Optional.of(operator); next.isPresent(); next = comparison()) {
            Span operatorSpan = tokens.next().span();
            foreign.restOfComparison(operatorSpan);
            Expression right = expressions.value();
            highest = Math.max(highest, expressions.height());
            int from = left == first ? start : left.span().start();
            all.add(new Expression.Binary(tokens.since(from), next.get(), operatorSpan, left, right));
            left = right;
        }
        if (all.size() == 1) {
            return all.get(0);
        }
        expressions.grow(highest);
        return foreign.chain(tokens.since(start), all);
    }

    private Expression tested(Expression operand, int start, int operatorStart, boolean negated) {
        Optional<MatchOperator> match = matchOperator();
        if (match.isPresent()) {
            Span operatorSpan = tokens.since(operatorStart);
            MatchOperator operator = withList(match.get());
            List<Expression> patterns = patterns(operator, operatorSpan);
            foreign.escape(operand, start, operator, negated, patterns);
            return new Expression.Match(tokens.since(start), operator, operatorSpan, negated, operand, patterns);
        }
        if (tokens.at("IN")) {
            return in(operand, start, negated);
        }
        if (tokens.accept("BETWEEN")) {
            return between(operand, start, negated);
        }
        Optional<Expression> other = foreign.predicate(operand, start, operatorStart, negated);
        if (other.isPresent()) {
            return other.get();
        }
        if (negated) {
            throw tokens.unexpected(
                    "LIKE, ILIKE, MATCHES, IMATCHES, IN or BETWEEN",
                    "NOT stands before a condition, or before one of these");
        }
        if (tokens.at("IS")) {
            int is = tokens.nextKeyword().start();
            boolean not = tokens.accept("NOT");
            if (!tokens.accept("NULL")) {
                return foreign.is(operand, start, tokens.since(is), not);
            }
            return new Expression.IsNull(tokens.since(start), not, operand);
        }
        return tokens.at("ISNOT", "NULL") ? isNotNull(operand, start) : operand;
    }

    private Expression isNotNull(Expression operand, int start) {
        Span word = tokens.nextKeyword().span();
        tokens.nextKeyword();
        tokens.findings()
                .add(
                        Repair.replace("write IS NOT", word, "IS NOT"),
                        AqlCode.ISNOT_NULL,
                        word,
                        "ISNOT NULL is documented as IS NOT NULL");
        return new Expression.IsNull(tokens.since(start), true, operand);
    }

    private Optional<MatchOperator> matchOperator() {
        if (tokens.accept("SIMILAR", "TO")) {
            return Optional.of(MatchOperator.SIMILAR_TO);
        }
        if (tokens.accept("MATCHES", "REGEX") || tokens.accept("REGEXP") || tokens.accept("RLIKE")) {
            return Optional.of(MatchOperator.REGEXP);
        }
        if (tokens.atSymbol("~") && tokens.peek(1).kind() == TokenKind.TEXT) {
            tokens.next();
            return Optional.of(MatchOperator.REGEXP);
        }
        if (tokens.accept("LIKE", "ANY")) {
            return Optional.of(MatchOperator.LIKE_ANY);
        }
        if (tokens.accept("ILIKE", "ANY")) {
            return Optional.of(MatchOperator.ILIKE_ANY);
        }
        for (MatchOperator operator :
                List.of(MatchOperator.LIKE, MatchOperator.ILIKE, MatchOperator.MATCHES, MatchOperator.IMATCHES)) {
            if (tokens.accept(operator.keyword())) {
                return Optional.of(operator);
            }
        }
        return Optional.empty();
    }

    /** The operator that means what {@code LIKE ('a', 'b')} and {@code LIKE IN ('a', 'b')} say in other languages. */
    private MatchOperator withList(MatchOperator operator) {
        boolean isList = operator.hasWildcards() && (tokens.accept("IN") || tokens.atSymbol("(") && tokens.atList());
        if (!isList) {
            return operator;
        }
        return operator == MatchOperator.LIKE ? MatchOperator.LIKE_ANY : MatchOperator.ILIKE_ANY;
    }

    private List<Expression> patterns(MatchOperator operator, Span operatorSpan) {
        boolean any = operator.takesList();
        if (any || tokens.at("ENUMERATION") && tokens.peek(1).isSymbol("(")) {
            if (!any) {
                tokens.nextKeyword();
            }
            return list("the patterns");
        }
        return List.of(foreignPatterns.accept(operator, operatorSpan).orElseGet(expressions::value));
    }

    private Expression between(Expression operand, int start, boolean negated) {
        Expression low = expressions.value();
        int height = expressions.height();
        if (low instanceof Expression.Faulty && !tokens.at("AND")) {
            return new Expression.Faulty(tokens.since(start));
        }
        Optional<Expression.Binary> bounds = foreign.bounds(low);
        if (bounds.isPresent()) {
            return new Expression.Between(
                    tokens.since(start),
                    negated,
                    operand,
                    bounds.get().left(),
                    bounds.get().right());
        }
        foreign.and();
        Expression high = expressions.value();
        expressions.grow(Math.max(height, expressions.height()));
        return new Expression.Between(tokens.since(start), negated, operand, low, high);
    }

    private Expression in(Expression operand, int start, boolean negated) {
        int in = tokens.nextKeyword().start();
        Optional<Expression> other =
                memberships.accept(operand, start, negated).or(() -> memberships.range(operand, start, in, negated));
        if (other.isPresent()) {
            return other.get();
        }
        if (tokens.peek(1).is("SELECT") && tokens.atSymbol("(")) {
            tokens.next();
            Query query = queries.query();
            tokens.expectSymbol(")", "after the inner query");
            return new Expression.InQuery(tokens.since(start), negated, operand, query);
        }
        List<Expression> values = tokens.atSymbol("(") ? list("the values") : memberships.values();
        return new Expression.In(tokens.since(start), negated, operand, values);
    }

    private List<Expression> list(String what) {
        Span open = tokens.peek().span();
        tokens.expectSymbol("(", "before " + what);
        List<Expression> values = new ArrayList<>();
        int highest = 0;
        do {
            values.add(expressions.expression());
            highest = Math.max(highest, expressions.height());
        } while (tokens.acceptComma() || foreign.acceptMissingComma());
        boolean areTexts = values.stream().allMatch(Expression.Text.class::isInstance);
        tokens.close(open, areTexts, "or ',' after one of " + what);
        expressions.grow(highest);
        return values;
    }
}
