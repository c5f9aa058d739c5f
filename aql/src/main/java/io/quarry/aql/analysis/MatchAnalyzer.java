package io.quarry.aql.analysis;

import io.quarry.aql.catalog.AqlSwitch;
import io.quarry.aql.catalog.AqlType;
import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.aql.syntax.Expression;
import io.quarry.functions.aql.RegexPattern;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Expr;
import io.quarry.plan.FunctionException;
import io.quarry.plan.Origin;
import io.quarry.plan.Repair;
import io.quarry.plan.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Tests against patterns: AQL's own four, and the foreign ones with what to write instead. */
final class MatchAnalyzer {
    /** Longer expressions are not given to Java's compiler, whose stack is not bounded. */
    private static final int LONGEST_JUDGED = 2_000;

    private static final Pattern BACKTRACKING = Pattern.compile("\\(\\?(?:[=!>]|<[=!])|\\\\[1-9]|[+*?}]\\+");

    private final QueryScope scope;
    private final ExpressionAnalyzer expressions;

    MatchAnalyzer(QueryScope scope, ExpressionAnalyzer expressions) {
        this.scope = scope;
        this.expressions = expressions;
    }

    /** The test without its {@code NOT}. */
    Typed analyze(Expression.Match match) {
        Typed operand = expressions.analyze(match.operand());
        List<Typed> patterns =
                match.patterns().stream().map(expressions::compared).toList();
        boolean foreign = ForeignMatch.report(match, scope.findings());
        if (foreign || operand.isNothing()) {
            return Typed.absent(AqlType.BOOLEAN);
        }
        if (!isText(match, operand)) {
            return Typed.absent(AqlType.BOOLEAN);
        }
        List<Expr> any = new ArrayList<>();
        for (int i = 0; i < patterns.size(); i++) {
            test(match, operand, match.patterns().get(i), patterns.get(i)).ifPresent(any::add);
        }
        if (any.isEmpty()) {
            return Typed.absent(AqlType.BOOLEAN);
        }
        return Typed.condition(any.size() == 1 ? any.get(0) : new Expr.Or(any));
    }

    private Optional<Expr> test(Expression.Match match, Typed operand, Expression place, Typed pattern) {
        if (pattern.isNothing()) {
            return Optional.empty();
        }
        boolean isNumber = pattern.type() == AqlType.LONG && pattern.isLiteral();
        if (pattern.type() != AqlType.STRING && !isNumber) {
            expressions.wrongType(place, pattern.type(), "a text");
            return Optional.empty();
        }
        if (match.operator().isRegex()
                && pattern.literalText().isPresent()
                && !isRunnable(pattern.literalText().get(), place)) {
            return Optional.empty();
        }
        boolean anywhere = match.operator().isRegex() && scope.catalog().isOn(AqlSwitch.REGEX_ANYWHERE);
        String name = match.operator().keyword() + (anywhere ? " ANYWHERE" : "");
        Origin origin = scope.origin(match.span());
        Expr value = operand.type() == AqlType.LIST ? operand.expr() : Conversion.toText(operand, origin);
        return Optional.of(
                Operators.call(name, origin, value, regex(match, Conversion.toText(pattern, origin), origin)));
    }

    /** The pattern with the flag that the switch for line breaks asks for. */
    private Expr regex(Expression.Match match, Expr pattern, Origin origin) {
        if (!match.operator().isRegex() || !scope.catalog().isOn(AqlSwitch.DOT_MATCHES_LINE_BREAKS)) {
            return pattern;
        }
        return Operators.call("CONCAT", origin, Typed.text("(?s)").expr(), pattern);
    }

    private boolean isRunnable(String regex, Expression place) {
        Optional<String> wrong = whyNotJava(regex);
        if (wrong.isPresent()) {
            scope.findings()
                    .add(AqlCode.NOT_CONVERTIBLE, place.span(), "no regular expression of Java: " + wrong.get());
            return false;
        }
        try {
            RegexPattern.of(regex);
            return true;
        } catch (FunctionException e) {
            String[] hints = BACKTRACKING.matcher(regex).find()
                    ? new String[] {"expressions run in linear time: without lookaround and back references"}
                    : new String[0];
            scope.findings().add(CommonCode.UNSUPPORTED, place.span(), e.getMessage(), hints);
            return false;
        }
    }

    /** Why QRadar, which runs on Java, would not take the expression; empty if it would, or if that cannot be told. */
    private static Optional<String> whyNotJava(String regex) {
        try {
            if (regex.length() < LONGEST_JUDGED) {
                Pattern.compile(regex);
            }
            return Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.of(e.getDescription());
        }
    }

    private boolean isText(Expression.Match match, Typed operand) {
        Expression place = match.operand();
        switch (operand.type()) {
            case STRING, MAC, LIST -> {
                return true;
            }
            case IP -> reportAddress(match);
            case BYTES -> {
                Span span = place.span();
                String decoded = "UTF8(" + scope.findings().source().slice(span) + ")";
                scope.findings()
                        .add(
                                Repair.replace("decode the bytes", span, decoded),
                                AqlCode.RAW_PAYLOAD,
                                span,
                                "Wrong argument type: \"byte[]\". \"String\" is required.",
                                "write " + decoded);
            }
            case LONG, DOUBLE, BOOLEAN, PORT, TIME, NULL -> expressions.wrongType(place, operand.type(), "a text");
        }
        return false;
    }

    private void reportAddress(Expression.Match match) {
        String operand = scope.findings().source().slice(match.operand().span());
        String message = match.operator().keyword() + " cannot be applied to an address";
        Optional<Repair> repair = AddressPattern.repair(match, scope.findings());
        if (repair.isPresent()) {
            scope.findings().add(repair.get(), AqlCode.LIKE_ON_ADDRESS, match.span(), message);
        } else {
            scope.findings()
                    .add(
                            AqlCode.LIKE_ON_ADDRESS,
                            match.span(),
                            message,
                            "write INCIDR('...', " + operand + ") or STR(" + operand + ") "
                                    + match.operator().keyword() + " ...");
        }
    }
}
