package io.quarry.aql.syntax;

import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Repair;
import io.quarry.plan.Span;
import io.quarry.plan.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What other languages, and those who take AQL for one of them, write behind {@code IN}. */
final class ForeignMembership {
    /** What authors call the sets of reference data, as a function or as a table. */
    private static final Pattern SET_SOURCE = Pattern.compile(
            "ref(erence)?_?(data)?[._]?sets?([._]?(contains|data|elements|entries|values))?", Pattern.CASE_INSENSITIVE);

    /** The same with the name of the set behind it. */
    private static final Pattern SET_BY_NAME =
            Pattern.compile("ref(?:erence)?_?(?:data)?[._]?sets?\\.(\\w+)", Pattern.CASE_INSENSITIVE);

    private static final List<String> RANGES = List.of("CIDR", "SUBNET", "NETWORK", "INCIDR", "CIDRMATCH", "IPRANGE");

    private final TokenStream tokens;
    private final ExpressionParser expressions;

    ForeignMembership(TokenStream tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    /** The rest of a test behind {@code IN}, which AQL puts otherwise; empty if a list or a query follows. */
    Optional<Expression> accept(Expression operand, int start, boolean negated) {
        Optional<String> queried = queriedSet();
        if (queried.isPresent()) {
            tokens.skipParentheses();
            return Optional.of(set(operand, start, negated, queried.get()));
        }
        if (tokens.atSymbol("~") && tokens.peek(1).isSymbol("(")) {
            return Optional.of(ignoringCase(operand, start, negated));
        }
        Token name = tokens.peek();
        if (name.kind() == TokenKind.NAME && tokens.peek(1).isSymbol("(")) {
            return Optional.of(call(operand, start, negated));
        }
        int words = name.is("REFERENCE") && tokens.peek(1).is("SET") ? 2 : 1;
        if ((words == 2 || isSet(name)) && tokens.peek(words).kind() == TokenKind.TEXT) {
            for (int i = 0; i < words; i++) {
                tokens.next();
            }
            return Optional.of(set(operand, start, negated, tokens.next().text()));
        }
        return Optional.empty();
    }

    /** {@code x in~ ('A', 'b')}. */
    private Expression ignoringCase(Expression operand, int start, boolean negated) {
        tokens.next();
        Span sign = tokens.since(tokens.previous().start());
        Expression list = expressions.value();
        Span span = tokens.since(start);
        String values = tokens.findings().source().slice(list.span()).toLowerCase(Locale.ROOT);
        String meant = "LOWER(" + tokens.findings().source().slice(operand.span()) + ")" + (negated ? " NOT" : "")
                + " IN " + values;
        boolean isTexts = values.matches("\\(\\s*'[^']*'(\\s*,\\s*'[^']*')*\\s*\\)");
        String message = "in~ is not AQL";
        if (isTexts) {
            tokens.findings()
                    .add(
                            Repair.replace("write " + meant, span, meant),
                            AqlCode.FOREIGN_OPERATOR,
                            sign,
                            message,
                            "write " + meant);
        } else {
            tokens.findings().add(AqlCode.FOREIGN_OPERATOR, sign, message, "write LOWER(x) IN ('a', 'b')");
        }
        return new Expression.Faulty(span);
    }

    private static boolean isSet(Token token) {
        return token.kind() == TokenKind.NAME
                && SET_SOURCE.matcher(token.text()).matches();
    }

    /** The set of {@code (SELECT x FROM reference_data.sets('s'))}, where just that stands here. */
    private Optional<String> queriedSet() {
        boolean isQuery = tokens.atSymbol("(")
                && tokens.peek(1).is("SELECT")
                && (tokens.peek(2).kind() == TokenKind.NAME || tokens.peek(2).isSymbol("*"))
                && tokens.peek(3).is("FROM");
        if (!isQuery) {
            return Optional.empty();
        }
        Token source = tokens.peek(4);
        Matcher byName = SET_BY_NAME.matcher(source.text());
        if (source.kind() == TokenKind.NAME
                && !isSet(source)
                && byName.matches()
                && tokens.peek(5).isSymbol(")")) {
            return Optional.of(byName.group(1));
        }
        if (!isSet(source)) {
            return Optional.empty();
        }
        boolean isCall = tokens.peek(5).isSymbol("(") && tokens.peek(7).isSymbol(")");
        boolean isFilter = tokens.peek(5).is("WHERE")
                && tokens.peek(6).keyword().endsWith("NAME")
                && tokens.peek(7).isSymbol("=");
        Token set = tokens.peek(isCall ? 6 : 8);
        boolean isWhole = (isCall && tokens.peek(8).isSymbol(")")
                        || isFilter && tokens.peek(9).isSymbol(")"))
                && set.kind() == TokenKind.TEXT;
        return isWhole ? Optional.of(set.text()) : Optional.empty();
    }

    private Expression set(Expression operand, int start, boolean negated, String name) {
        String call = "REFERENCESETCONTAINS(" + Expression.Text.quoted(name) + ", "
                + tokens.findings().source().slice(operand.span()) + ")";
        return asked(start, negated, call, "a reference set is no table and no list");
    }

    private Expression asked(int start, boolean negated, String call, String message) {
        Span span = tokens.since(start);
        tokens.findings().correct(AqlCode.NO_SUCH_FUNCTION, span, message, (negated ? "NOT " : "") + call);
        return new Expression.Faulty(span);
    }

    /** {@code x IN REFERENCE_SET('s')} and {@code x IN CIDR('range')}. */
    private Expression call(Expression operand, int start, boolean negated) {
        Token name = tokens.peek();
        Expression written = expressions.value();
        boolean isText = written instanceof Expression.Call call
                && call.arguments().size() == 1
                && call.arguments().get(0) instanceof Expression.Text;
        if (isText && isSet(name)) {
            Expression.Text set =
                    (Expression.Text) ((Expression.Call) written).arguments().get(0);
            return set(operand, start, negated, set.value());
        }
        if (isText && RANGES.contains(name.keyword())) {
            Expression.Text range =
                    (Expression.Text) ((Expression.Call) written).arguments().get(0);
            String call = "INCIDR(" + Expression.Text.quoted(range.value()) + ", "
                    + tokens.findings().source().slice(operand.span()) + ")";
            return asked(start, negated, call, "a range is no list");
        }
        Span span = tokens.since(start);
        tokens.findings()
                .add(
                        AqlCode.NO_SUCH_FUNCTION,
                        span,
                        "IN takes a list or a query in parentheses, not " + name.text() + "(...)",
                        "REFERENCESETCONTAINS('set', x) asks a reference set, INCIDR('range', ip) a range of addresses");
        return new Expression.Faulty(span);
    }

    /** The values that stand in no parentheses, or in brackets. */
    List<Expression> values() {
        int start = tokens.peek().start();
        boolean isBracket = tokens.acceptSymbol("[");
        boolean isTexts =
                tokens.peek().kind() == TokenKind.TEXT || tokens.peek().kind() == TokenKind.INTEGER;
        if (!isTexts) {
            throw tokens.unexpected("'(' before the values");
        }
        List<Expression> values = new ArrayList<>();
        int inner = tokens.peek().start();
        int end;
        do {
            values.add(expressions.value());
            end = tokens.lastEnd();
        } while (tokens.acceptSymbol(","));
        if (isBracket) {
            tokens.expectSymbol("]", "after the values");
        }
        Span span = tokens.since(start);
        String written = "(" + tokens.findings().source().slice(new Span(inner, end)) + ")";
        tokens.findings()
                .add(
                        Repair.replace("write parentheses", span, written),
                        CommonCode.SYNTAX,
                        span,
                        "the values after IN stand without parentheses",
                        "write IN " + written);
        return values;
    }

    /** {@code IN (1..5)} and {@code IN 1..5}, which is a test of both ends; empty if no such range stands here. */
    Optional<Expression> range(Expression operand, int start, int in, boolean negated) {
        int from = tokens.atSymbol("(") ? 1 : 0;
        Token low = tokens.peek(from);
        Token high = tokens.peek(from + 2);
        boolean isRange = low.kind() == TokenKind.INTEGER
                && tokens.peek(from + 1).isSymbol(".")
                && high.kind() == TokenKind.DECIMAL
                && high.text().matches("\\.[0-9]{1,17}")
                && (from == 0 || tokens.peek(from + 3).isSymbol(")"));
        if (!isRange) {
            return Optional.empty();
        }
        for (int i = 0; i < 3 + 2 * from; i++) {
            tokens.next();
        }
        String upper = high.text().substring(1);
        Span span = new Span(in, tokens.lastEnd());
        String meant = "BETWEEN " + low.text() + " AND " + upper;
        tokens.findings()
                .add(
                        new Repair("write " + meant, List.of(new TextEdit(span, meant))),
                        AqlCode.FOREIGN_OPERATOR,
                        span,
                        "a range of numbers is no list",
                        "write " + meant);
        return Optional.of(new Expression.Between(
                tokens.since(start),
                negated,
                operand,
                new Expression.Whole(low.span(), Long.parseLong(low.text())),
                new Expression.Whole(high.span(), Long.parseLong(upper))));
    }
}
