package io.quarry.aql.analysis;

import io.quarry.aql.catalog.AqlSwitch;
import io.quarry.aql.catalog.AqlType;
import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.aql.syntax.Expression;
import io.quarry.data.Type;
import io.quarry.functions.aql.AddressRange;
import io.quarry.functions.aql.DatePattern;
import io.quarry.functions.aql.RegexPattern;
import io.quarry.plan.Expr;
import io.quarry.plan.FunctionException;
import io.quarry.plan.Parameters;
import io.quarry.plan.Repair;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Calls: functions of calculation here, aggregates and lookups in classes of their own. */
final class CallAnalyzer {
    private final QueryScope scope;
    private final ExpressionAnalyzer expressions;
    private final AggregateAnalyzer aggregates;
    private final LookupAnalyzer lookups;

    CallAnalyzer(QueryScope scope, ExpressionAnalyzer expressions) {
        this.scope = scope;
        this.expressions = expressions;
        this.aggregates = new AggregateAnalyzer(scope, expressions);
        this.lookups = new LookupAnalyzer(scope, expressions);
    }

    Typed analyze(Expression.Call call) {
        String name = call.name().toUpperCase(Locale.ROOT);
        if (AggregateAnalyzer.isAggregate(name)) {
            return aggregates.analyze(call, name);
        }
        Optional<LookupFunction> lookup = LookupFunction.of(name);
        if (lookup.isPresent()) {
            return lookups.analyze(call, lookup.get());
        }
        return switch (name) {
            case "NOW",
                    "STR",
                    "LONG",
                    "DOUBLE",
                    "LOWER",
                    "UPPER",
                    "UTF8",
                    "BASE64",
                    "CONCAT",
                    "STRLEN",
                    "STRPOS",
                    "SUBSTRING",
                    "REPLACEALL",
                    "REPLACEFIRST",
                    "DATEFORMAT",
                    "PARSEDATETIME",
                    "PARSETIMESTAMP",
                    "INCIDR" -> calculation(call, name);
            default -> {
                call.arguments().forEach(this::analyzeOnly);
                if (Extensions.isNamespaced(name)) {
                    Extensions.report(call, scope);
                } else {
                    ForeignFunctions.report(call, scope.findings());
                }
                yield Typed.nothing();
            }
        };
    }

    /** For what its diagnostics say; the star of an unknown aggregate is none of them. */
    private void analyzeOnly(Expression argument) {
        if (!(argument instanceof Expression.Star)) {
            expressions.analyze(argument);
        }
    }

    private Typed calculation(Expression.Call call, String name) {
        Arguments arguments = new Arguments(scope, expressions, call, index -> isText(name, index));
        Typed result =
                switch (name) {
                    case "NOW" -> now(arguments);
                    case "LONG", "DOUBLE" -> number(arguments, name);
                    case "DATEFORMAT", "PARSEDATETIME", "PARSETIMESTAMP" -> time(arguments, name);
                    case "INCIDR" -> inRange(arguments, call);
                    default -> text(arguments, name);
                };
        return arguments.areFaulty() ? Typed.nothing() : result;
    }

    /** True for an argument that has to be a text in quotes. */
    private static boolean isText(String name, int index) {
        return switch (name) {
            case "DATEFORMAT" -> index == 1;
            case "INCIDR", "REPLACEALL", "REPLACEFIRST", "PARSEDATETIME" -> index == 0;
            default -> false;
        };
    }

    private Typed now(Arguments arguments) {
        arguments.areBetween(0, 0);
        return Typed.of(Operators.call("NOW", arguments.origin(), Parameters.NOW), AqlType.TIME);
    }

    private Typed number(Arguments arguments, String name) {
        AqlType type = name.equals("LONG") ? AqlType.LONG : AqlType.DOUBLE;
        if (!arguments.areBetween(1, 1)) {
            return Typed.nothing();
        }
        Typed value = arguments.get(0);
        if (value.type() == AqlType.IP && type == AqlType.LONG) {
            return Typed.of(Operators.call("ADDRESS LONG", arguments.origin(), value.expr()), type);
        }
        if (value.type() != AqlType.STRING && !value.type().isNumber()) {
            return Typed.of(arguments.wrong(0, type.engine(), "a number or a text"), type);
        }
        return Typed.of(Operators.call(name, arguments.origin(), value.expr()), type);
    }

    private Typed text(Arguments arguments, String name) {
        boolean counted =
                switch (name) {
                    case "CONCAT" -> arguments.areBetween(1, Integer.MAX_VALUE);
                    case "STRPOS", "SUBSTRING" -> arguments.areBetween(2, 3);
                    case "REPLACEALL", "REPLACEFIRST" -> arguments.areBetween(3, 3);
                    default -> arguments.areBetween(1, 1);
                };
        if (!counted) {
            return Typed.nothing();
        }
        return switch (name) {
            case "STR" -> Typed.of(arguments.anyAsText(0), AqlType.STRING);
            case "LOWER", "UPPER" -> result(name, AqlType.STRING, arguments, arguments.text(0));
            case "STRLEN" -> result(name, AqlType.LONG, arguments, arguments.textOrAddress(0));
            case "STRPOS", "SUBSTRING" -> position(arguments, name);
            case "UTF8" -> Typed.of(bytes(arguments), AqlType.STRING);
            case "BASE64" -> result(name, AqlType.STRING, arguments, bytes(arguments));
            case "CONCAT" -> concat(arguments);
            case "REPLACEALL", "REPLACEFIRST" -> replace(arguments, name);
            default -> throw new IllegalStateException("no function of text: " + name);
        };
    }

    private Typed replace(Arguments arguments, String name) {
        Expr regex = arguments.constant(0, RegexPattern::of);
        Expr text = arguments.textOrAddress(1);
        Expr replacement = arguments.get(2).literalText().isEmpty() || arguments.areFaulty()
                ? arguments.text(2)
                : arguments.constant(2, written -> {
                    String pattern = arguments.get(0).literalText().orElseThrow();
                    if (!RegexPattern.of(pattern).isReplacement(written)) {
                        throw new FunctionException("'" + written + "' is no replacement: $ stands before the number"
                                + " of a group, \\ before a character");
                    }
                });
        return result(name, AqlType.STRING, arguments, regex, text, replacement);
    }

    private Typed position(Arguments arguments, String name) {
        boolean cuts = name.equals("SUBSTRING");
        AqlType type = cuts ? AqlType.STRING : AqlType.LONG;
        Expr text = arguments.textOrAddress(0);
        Expr second = cuts ? arguments.whole(1) : arguments.text(1);
        if (arguments.count() == 2) {
            return result(name, type, arguments, text, second);
        }
        if (!cuts) {
            return result(name, type, arguments, text, second, arguments.whole(2));
        }
        boolean isEnd = scope.catalog().isOn(AqlSwitch.SUBSTRING_TO_END);
        if (!isEnd) {
            warnOfLength(arguments);
        }
        Expr third = arguments.whole(2);
        Expr length = isEnd ? Operators.call("-", arguments.origin(), third, second) : third;
        return result(name, type, arguments, text, second, length);
    }

    /** The third argument of SUBSTRING may be the end; from the beginning of the text both readings are one. */
    private void warnOfLength(Arguments arguments) {
        boolean same = arguments.get(1).expr() instanceof Expr.Literal literal
                && Long.valueOf(0).equals(literal.value());
        if (!same) {
            scope.findings()
                    .add(
                            AqlCode.SUBSTRING_READING,
                            arguments.place(2).span(),
                            "read as the number of characters; whether QRadar reads it as the end is not documented");
        }
    }

    private Expr bytes(Arguments arguments) {
        return arguments.get(0).type() == AqlType.BYTES
                ? arguments.get(0).expr()
                : arguments.wrong(0, Type.STRING, "byte[]");
    }

    private Typed concat(Arguments arguments) {
        List<Expr> parts = new ArrayList<>();
        for (int i = 0; i < arguments.count(); i++) {
            parts.add(arguments.anyAsText(i));
        }
        Typed joined = result("CONCAT", AqlType.STRING, arguments, parts.toArray(Expr[]::new));
        if (arguments.areFaulty() || !scope.catalog().isOn(AqlSwitch.ABSENT_PART_IS_ABSENT)) {
            return joined;
        }
        List<Expr> absent = parts.stream()
                .map(part -> Operators.call("IS NULL", arguments.origin(), part))
                .toList();
        Expr nothing = Typed.absent(AqlType.STRING).expr();
        return Typed.of(new Expr.Case(List.of(new Expr.Or(absent)), List.of(nothing), joined.expr()), AqlType.STRING);
    }

    private Typed time(Arguments arguments, String name) {
        if (name.equals("PARSEDATETIME")) {
            return arguments.areBetween(1, 1) ? parseDateTime(arguments) : Typed.nothing();
        }
        boolean isFormat = name.equals("DATEFORMAT");
        if (isFormat && arguments.count() == 3) {
            refuseZone(arguments);
            return Typed.nothing();
        }
        if (!arguments.areBetween(2, 2) || isFormat && arguments.areExchanged(1)) {
            return Typed.nothing();
        }
        int place = isFormat || !isPatternFirst(arguments) ? 1 : 0;
        Expr pattern = arguments.constant(place, DatePattern::of);
        return isFormat
                ? result(name, AqlType.STRING, arguments, arguments.whole(0), pattern)
                : result(name, AqlType.TIME, arguments, pattern, arguments.text(1 - place));
    }

    /** A third argument of {@code DATEFORMAT}: a time zone, as other languages take one. */
    private void refuseZone(Arguments arguments) {
        scope.findings()
                .add(
                        AqlCode.ARGUMENT_COUNT,
                        arguments.place(2).span(),
                        "DATEFORMAT takes 2 arguments, found 3; it writes times in the zone of QRadar",
                        "leave it out, and add the milliseconds between the zone and that of QRadar to the time");
    }

    /** Which argument of {@code PARSETIMESTAMP} is the pattern is not documented: the constant one, with letters of dates. */
    private static boolean isPatternFirst(Arguments arguments) {
        Optional<String> first = arguments.get(0).literalText();
        Optional<String> second = arguments.get(1).literalText();
        if (first.isPresent() && second.isPresent()) {
            return !DatePattern.hasNoDate(first.get()) || DatePattern.hasNoDate(second.get());
        }
        return first.isPresent() || second.isEmpty();
    }

    private Typed parseDateTime(Arguments arguments) {
        Expr text = arguments.constant(0, words -> {
            if (Instants.parse(words, scope).isEmpty()) {
                throw new FunctionException("'" + words + "' is no point in time");
            }
        });
        return text instanceof Expr.Literal literal && literal.value() instanceof String words
                ? Instants.parse(words, scope).orElseGet(Typed::nothing)
                : Typed.nothing();
    }

    private Typed inRange(Arguments arguments, Expression.Call call) {
        if (!arguments.areBetween(2, 2)) {
            return Typed.nothing();
        }
        if (arguments.get(0).literalText().isEmpty()
                && !arguments.get(0).isNothing()
                && arguments.get(1).literalText().isPresent()) {
            String range = scope.findings().source().slice(arguments.place(1).span());
            String address = scope.findings().source().slice(arguments.place(0).span());
            scope.findings()
                    .add(
                            Repair.replace(
                                    "exchange the arguments", call.span(), "INCIDR(" + range + ", " + address + ")"),
                            AqlCode.REVERSED_INCIDR,
                            call.span(),
                            "INCIDR takes the range first and the address second");
            return Typed.nothing();
        }
        Expr range = arguments.constant(0, AddressRange::of);
        return result("INCIDR", AqlType.BOOLEAN, arguments, range, arguments.address(1));
    }

    private Typed result(String name, AqlType type, Arguments arguments, Expr... values) {
        return arguments.areFaulty()
                ? Typed.nothing()
                : Typed.of(Operators.call(name, arguments.origin(), values), type);
    }
}
