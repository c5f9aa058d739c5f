package io.quarry.aql.syntax;

import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.plan.Repair;
import io.quarry.plan.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Calls with words inside, which AQL does not have: {@code CAST(x AS type)} and {@code EXTRACT(part FROM time)}. */
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
        boolean isPart = tokens.at("EXTRACT")
                && PARTS.containsKey(tokens.peek(2).keyword())
                && tokens.peek(3).is("FROM");
        return isPart ? Optional.of(extract()) : Optional.empty();
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
        return rewritten(name, function + "(" + tokens.findings().source().slice(value.span()) + ")", function, value);
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
        return rewritten(name, written, "LONG", text);
    }

    /** The call as AQL has it; what was written is reported. */
    private Expression rewritten(Span name, String written, String function, Expression argument) {
        Span span = tokens.since(name.start());
        tokens.findings()
                .add(
                        Repair.replace("write " + written, span, written),
                        AqlCode.NO_SUCH_FUNCTION,
                        name,
                        tokens.findings().source().slice(name) + " is not a function of AQL",
                        "write " + written);
        return new Expression.Call(span, name, function, List.of(argument));
    }
}
