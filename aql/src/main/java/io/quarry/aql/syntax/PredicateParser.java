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

    PredicateParser(TokenStream tokens, ExpressionParser expressions, QueryParser queries) {
        this.tokens = tokens;
        this.expressions = expressions;
        this.queries = queries;
        this.foreign = new ForeignPredicates(tokens, expressions);
    }

    /** A value, or a condition on it. */
    Expression predicate() {
        int start = tokens.peek().start();
        Expression operand = expressions.joined();
        int height = expressions.height();
        Optional<BinaryOperator> comparison = BinaryOperator.of(tokens.peek());
        Expression result = operand;
        if (comparison.isPresent() && comparison.get().isComparison()) {
            Span operatorSpan = tokens.next().span();
            foreign.restOfComparison(operatorSpan);
            Expression right = expressions.value();
            height = Math.max(height, expressions.height());
            result = new Expression.Binary(tokens.since(start), comparison.get(), operatorSpan, operand, right);
        } else {
            int notStart = tokens.peek().start();
            boolean negated = tokens.at("NOT") && tokens.accept("NOT");
            result = tested(operand, start, notStart, negated);
            height = Math.max(height, expressions.height());
        }
        if (result != operand) {
            expressions.grow(height);
        }
        return result;
    }

    private Expression tested(Expression operand, int start, int operatorStart, boolean negated) {
        Optional<MatchOperator> match = matchOperator();
        if (match.isPresent()) {
            Span operatorSpan = tokens.since(operatorStart);
            List<Expression> patterns = patterns(match.get());
            foreign.escape(operand, start, match.get(), negated, patterns);
            return new Expression.Match(tokens.since(start), match.get(), operatorSpan, negated, operand, patterns);
        }
        if (tokens.accept("IN")) {
            return in(operand, start, negated);
        }
        if (tokens.accept("BETWEEN")) {
            Expression low = expressions.value();
            int height = expressions.height();
            if (low instanceof Expression.Faulty && !tokens.at("AND")) {
                return new Expression.Faulty(tokens.since(start));
            }
            foreign.and();
            Expression high = expressions.value();
            expressions.grow(Math.max(height, expressions.height()));
            return new Expression.Between(tokens.since(start), negated, operand, low, high);
        }
        Optional<Expression> other = foreign.predicate(operand, start, operatorStart, negated);
        if (other.isPresent()) {
            return other.get();
        }
        if (negated) {
            throw tokens.unexpected("LIKE, ILIKE, MATCHES, IMATCHES, IN or BETWEEN");
        }
        if (tokens.at("IS")) {
            int is = tokens.nextKeyword().start();
            boolean not = tokens.accept("NOT");
            if (!tokens.accept("NULL")) {
                return foreign.is(operand, start, tokens.since(is), not);
            }
            return new Expression.IsNull(tokens.since(start), not, operand);
        }
        if (tokens.at("ISNOT", "NULL")) {
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
        return operand;
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

    private List<Expression> patterns(MatchOperator operator) {
        boolean any = operator == MatchOperator.LIKE_ANY || operator == MatchOperator.ILIKE_ANY;
        if (any || tokens.at("ENUMERATION") && tokens.peek(1).isSymbol("(")) {
            if (!any) {
                tokens.nextKeyword();
            }
            return list("the patterns");
        }
        return List.of(expressions.value());
    }

    private Expression in(Expression operand, int start, boolean negated) {
        if (tokens.peek(1).is("SELECT") && tokens.atSymbol("(")) {
            tokens.next();
            Query query = queries.query();
            tokens.expectSymbol(")", "after the inner query");
            return new Expression.InQuery(tokens.since(start), negated, operand, query);
        }
        if (tokens.peek().kind() == TokenKind.NAME && tokens.peek(1).isSymbol("(")) {
            return inReferenceSet(operand, start, negated);
        }
        List<Expression> values = tokens.atSymbol("(") ? list("the values") : foreign.values();
        return new Expression.In(tokens.since(start), negated, operand, values);
    }

    /** {@code x IN REFERENCE_SET('s')}, which AQL does not have. */
    private Expression inReferenceSet(Expression operand, int start, boolean negated) {
        Token name = tokens.next();
        List<Expression> arguments = list("the arguments");
        Span span = tokens.since(start);
        String message = "IN takes a list or a query in parentheses, not " + name.text() + "(...)";
        if (arguments.size() == 1 && arguments.get(0) instanceof Expression.Text set) {
            String call = (negated ? "NOT " : "") + "REFERENCESETCONTAINS("
                    + tokens.findings().source().slice(set.span()) + ", "
                    + tokens.findings().source().slice(operand.span()) + ")";
            tokens.findings()
                    .add(
                            Repair.replace("ask REFERENCESETCONTAINS", span, call),
                            AqlCode.NO_SUCH_FUNCTION,
                            span,
                            message);
        } else {
            tokens.findings().add(AqlCode.NO_SUCH_FUNCTION, span, message);
        }
        return new Expression.Faulty(span);
    }

    private List<Expression> list(String what) {
        tokens.expectSymbol("(", "before " + what);
        List<Expression> values = new ArrayList<>();
        int highest = 0;
        do {
            values.add(expressions.expression());
            highest = Math.max(highest, expressions.height());
        } while (tokens.acceptComma());
        tokens.expectSymbol(")", "or ',' after one of " + what);
        expressions.grow(highest);
        return values;
    }
}
