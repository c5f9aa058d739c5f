package io.quarry.aql.syntax;

import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.plan.Repair;
import io.quarry.plan.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Calls with words inside, which AQL does not have: {@code CAST(x AS type)}, {@code EXTRACT(part FROM time)}, {@code
 * SUBSTRING(x FROM 1 FOR 3)}, {@code POSITION(part IN x)}, {@code TRIM(BOTH FROM x)}; and {@code x::type}.
 */
final class ForeignCallParser {
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("INT", "LONG"),
            Map.entry("INTEGER", "LONG"),
            Map.entry("BIGINT", "LONG"),
            Map.entry("LONG", "LONG"),
            Map.entry("DOUBLE", "DOUBLE"),
            Map.entry("FLOAT", "DOUBLE"),
            Map.entry("REAL", "DOUBLE"),
            Map.entry("VARCHAR", "STR"),
            Map.entry("CHAR", "STR"),
            Map.entry("STRING", "STR"),
            Map.entry("TEXT", "STR"));

    private static final Map<String, String> PARTS = Map.of(
            "YEAR", "yyyy", "MONTH", "M", "DAY", "d", "HOUR", "H", "MINUTE", "m", "SECOND", "s", "WEEK", "w", "DOW",
            "u");

    /** What is removed, as a regular expression. */
    private static final Map<String, String> TRIMMED = Map.of("BOTH", "^ +| +$", "LEADING", "^ +", "TRAILING", " +$");

    private final TokenStream tokens;
    private final ExpressionParser expressions;

    ForeignCallParser(TokenStream tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    /** The call as AQL has it, where one of these stands here; it is reported. */
    Optional<Expression> call() {
        if (!tokens.peek(1).isSymbol("(")) {
            return Optional.empty();
        }
        if (tokens.at("CAST")) {
            return Optional.of(cast());
        }
        if (tokens.at("EXTRACT")
                && PARTS.containsKey(tokens.peek(2).keyword())
                && tokens.peek(3).is("FROM")) {
            return Optional.of(extract());
        }
        if (tokens.at("SUBSTRING") && isSimple(tokens.peek(2)) && tokens.peek(3).is("FROM")) {
            return Optional.of(substring());
        }
        if (tokens.at("POSITION") && isSimple(tokens.peek(2)) && tokens.peek(3).is("IN")) {
            return Optional.of(position());
        }
        return tokens.at("TRIM") && TRIMMED.containsKey(tokens.peek(2).keyword())
                ? Optional.of(trim())
                : Optional.empty();
    }

    private static boolean isSimple(Token token) {
        return token.kind() == TokenKind.NAME
                || token.kind() == TokenKind.QUOTED_NAME
                || token.kind() == TokenKind.TEXT;
    }

    /** The value converted as another language writes it, if a type follows it behind two colons; it is reported. */
    Optional<Expression> cast(Expression value) {
        if (!tokens.atSymbol("::") || !TYPES.containsKey(tokens.peek(1).keyword())) {
            return Optional.empty();
        }
        Span sign = tokens.next().span();
        String function = TYPES.get(tokens.next().keyword());
        String written = function + "(" + tokens.findings().source().slice(value.span()) + ")";
        Span span = tokens.since(value.span().start());
        tokens.findings()
                .add(
                        Repair.replace("write " + written, span, written),
                        AqlCode.FOREIGN_OPERATOR,
                        sign,
                        ":: converts nothing in AQL",
                        "write " + written);
        return Optional.of(new Expression.Call(span, sign, function, List.of(value)));
    }

    /** Counted from one, where AQL counts from zero. */
    private Expression substring() {
        Span name = tokens.next().span();
        tokens.next();
        Expression text = operand();
        tokens.next();
        Expression from = expressions.value();
        List<Expression> arguments = new ArrayList<>(List.of(text, from));
        if (tokens.accept("FOR")) {
            arguments.add(expressions.value());
        }
        tokens.expectSymbol(")", "after SUBSTRING(text FROM n FOR m");
        expressions.grow(expressions.height());
        if (!(from instanceof Expression.Whole first) || first.value() < 1) {
            Span span = tokens.since(name.start());
            String hint = "write SUBSTRING(text, start, length), which counts from zero";
            tokens.findings().add(AqlCode.NO_SUCH_FUNCTION, name, "SUBSTRING has no FROM in AQL", hint);
            return new Expression.Faulty(span);
        }
        String length = arguments.size() < 3
                ? ""
                : ", " + tokens.findings().source().slice(arguments.get(2).span());
        String written = "SUBSTRING(" + tokens.findings().source().slice(text.span()) + ", " + (first.value() - 1)
                + length + ")";
        arguments.set(1, new Expression.Whole(from.span(), first.value() - 1));
        return rewritten(name, written, "SUBSTRING", arguments);
    }

    private Expression operand() {
        Token token = tokens.next();
        return token.kind() == TokenKind.TEXT
                ? new Expression.Text(token.span(), token.text())
                : new Expression.Name(token.span(), token.text(), token.kind() == TokenKind.QUOTED_NAME);
    }

    /** Counted from one, where AQL counts from zero. */
    private Expression position() {
        Span name = tokens.next().span();
        tokens.next();
        Expression part = operand();
        tokens.next();
        Expression text = expressions.value();
        tokens.expectSymbol(")", "after POSITION(part IN text");
        expressions.grow(expressions.height());
        String written = "(STRPOS(" + tokens.findings().source().slice(text.span()) + ", "
                + tokens.findings().source().slice(part.span()) + ") + 1)";
        return rewritten(name, written, "STRPOS", List.of(text, part));
    }

    private Expression trim() {
        Span name = tokens.next().span();
        tokens.next();
        String regex = TRIMMED.get(tokens.next().keyword());
        Token what = tokens.peek();
        boolean isBlank = what.kind() == TokenKind.TEXT && what.text().equals(" ");
        if (isBlank) {
            tokens.next();
        }
        tokens.expect("FROM", "in TRIM(BOTH FROM text)");
        Expression text = expressions.value();
        tokens.expectSymbol(")", "after TRIM(BOTH FROM text");
        expressions.grow(expressions.height());
        String written =
                "REPLACEALL('" + regex + "', " + tokens.findings().source().slice(text.span()) + ", '')";
        Expression pattern = new Expression.Text(name, regex);
        return rewritten(name, written, "REPLACEALL", List.of(pattern, text, new Expression.Text(name, "")));
    }

    private Expression cast() {
        Span name = tokens.next().span();
        tokens.next();
        Expression value = expressions.expression();
        tokens.expect("AS", "in CAST(... AS type)");
        String type = tokens.next().keyword();
        if (tokens.acceptSymbol("(")) {
            tokens.next();
            tokens.expectSymbol(")", "after the length");
        }
        tokens.expectSymbol(")", "after the type");
        expressions.grow(expressions.height());
        String function = TYPES.get(type);
        if (function == null) {
            Span span = tokens.since(name.start());
            tokens.findings()
                    .add(
                            AqlCode.NO_SUCH_FUNCTION,
                            name,
                            "CAST is not a function of AQL",
                            "LONG, DOUBLE and STR convert values");
            return new Expression.Faulty(span);
        }
        return rewritten(
                name, function + "(" + tokens.findings().source().slice(value.span()) + ")", function, List.of(value));
    }

    private Expression extract() {
        Span name = tokens.next().span();
        tokens.next();
        String pattern = PARTS.get(tokens.next().keyword());
        tokens.next();
        Expression time = expressions.expression();
        tokens.expectSymbol(")", "after the time");
        expressions.grow(expressions.height());
        Expression text = new Expression.Call(
                tokens.since(name.start()), name, "DATEFORMAT", List.of(time, new Expression.Text(name, pattern)));
        String written = "LONG(DATEFORMAT(" + tokens.findings().source().slice(time.span()) + ", '" + pattern + "'))";
        return rewritten(name, written, "LONG", List.of(text));
    }

    /** The call as AQL has it; what was written is reported. */
    private Expression rewritten(Span name, String written, String function, List<Expression> arguments) {
        Span span = tokens.since(name.start());
        tokens.findings()
                .add(
                        Repair.replace("write " + written, span, written),
                        AqlCode.NO_SUCH_FUNCTION,
                        name,
                        tokens.findings().source().slice(name) + " is not a function of AQL",
                        "write " + written);
        return new Expression.Call(span, name, function, arguments);
    }
}
