package io.quarry.aql.analysis;

import io.quarry.aql.catalog.AqlSwitch;
import io.quarry.aql.catalog.AqlType;
import io.quarry.aql.diagnostic.AqlCode;
import io.quarry.aql.syntax.Expression;
import io.quarry.data.Type;
import io.quarry.functions.aql.Address;
import io.quarry.plan.Expr;
import io.quarry.plan.FunctionException;
import io.quarry.plan.Origin;
import io.quarry.plan.Repair;
import io.quarry.plan.SourceText;
import io.quarry.plan.Span;
import io.quarry.plan.TextEdit;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The arguments of one call, analyzed, with the checks that functions ask for. What does not fit is reported once, and
 * {@link #areFaulty} tells so at the end.
 */
final class Arguments {
    private final QueryScope scope;
    private final Expression.Call call;
    private final List<Typed> values;
    private boolean faulty;

    Arguments(QueryScope scope, ExpressionAnalyzer expressions, Expression.Call call) {
        this(scope, expressions, call, index -> false);
    }

    /** @param isText true for the number of an argument that a text in quotes has to be; a name that is none lacks them */
    Arguments(QueryScope scope, ExpressionAnalyzer expressions, Expression.Call call, IntPredicate isText) {
        this.scope = scope;
        this.call = call;
        this.values = IntStream.range(0, call.arguments().size())
                .mapToObj(i -> isText.test(i) ? expressions.compared(place(i)) : expressions.analyze(place(i)))
                .toList();
        for (int i = 0; i < values.size(); i++) {
            faulty |= values.get(i).isNothing() && !(place(i).bare() instanceof Expression.Null);
        }
    }

    int count() {
        return values.size();
    }

    Typed get(int index) {
        return values.get(index);
    }

    Expression place(int index) {
        return call.arguments().get(index);
    }

    Origin origin() {
        return scope.origin(call.span());
    }

    boolean areFaulty() {
        return faulty;
    }

    /** Reports another number of arguments; false then. */
    boolean areBetween(int least, int most) {
        if (values.size() >= least && values.size() <= most) {
            return true;
        }
        String wanted = least == most
                ? plural(least)
                : most == Integer.MAX_VALUE ? plural(least) + " or more" : least + " to " + plural(most);
        scope.findings()
                .add(
                        AqlCode.ARGUMENT_COUNT,
                        call.span(),
                        call.name() + " takes " + wanted + ", found " + values.size());
        faulty = true;
        return false;
    }

    /** True, and reported, if of two arguments the text that has to be the one of that number is the other. */
    boolean areExchanged(int text) {
        boolean exchanged = values.size() == 2
                && values.get(text).literalText().isEmpty()
                && !values.get(text).isNothing()
                && values.get(1 - text).literalText().isPresent();
        if (exchanged) {
            Span first = place(0).span();
            Span second = place(1).span();
            SourceText source = scope.findings().source();
            Repair repair = new Repair(
                    "exchange the arguments",
                    List.of(new TextEdit(first, source.slice(second)), new TextEdit(second, source.slice(first))));
            String message = call.name() + " takes its arguments the other way round";
            scope.findings().add(repair, AqlCode.WRONG_ARGUMENT_TYPE, new Span(first.start(), second.end()), message);
            faulty = true;
        }
        return exchanged;
    }

    private static String plural(int count) {
        return count + (count == 1 ? " argument" : " arguments");
    }

    /** The argument as text; only of a text. */
    Expr text(int index) {
        return values.get(index).type() == AqlType.STRING
                ? values.get(index).expr()
                : wrong(index, Type.STRING, "String");
    }

    /** The argument as text; of a text or an address. */
    Expr textOrAddress(int index) {
        return values.get(index).type() == AqlType.IP ? values.get(index).expr() : text(index);
    }

    /** The argument as an address: one, or a text that may be one. */
    Expr address(int index) {
        Typed value = values.get(index);
        if (value.literalText().isPresent()) {
            String text = value.literalText().get();
            return Address.parse(text).isPresent() ? value.expr() : noAddress(index, text);
        }
        boolean fromText = value.type() == AqlType.STRING && scope.catalog().isOn(AqlSwitch.ADDRESS_FROM_TEXT);
        return value.type() == AqlType.IP || fromText ? value.expr() : wrong(index, Type.STRING, "Host");
    }

    private Expr noAddress(int index, String text) {
        Span span = place(index).span();
        String message = "'" + text + "' is not an address";
        if (scope.rows().columns().quoted(text).isPresent()) {
            String field = "\"" + text + "\"";
            scope.findings()
                    .add(
                            Repair.replace("write double quotes", span, field),
                            AqlCode.NOT_CONVERTIBLE,
                            span,
                            message,
                            "in single quotes it is a text; the field is " + field);
        } else {
            scope.findings().add(AqlCode.NOT_CONVERTIBLE, span, message);
        }
        faulty = true;
        return new Expr.Literal(Type.STRING, null);
    }

    /** The argument as {@code STR} writes it. */
    Expr anyAsText(int index) {
        return switch (values.get(index).type()) {
            case LIST -> wrong(index, Type.STRING, "String");
            case BYTES -> wrong(index, Type.STRING, "String");
            case STRING, LONG, DOUBLE, BOOLEAN, IP, MAC, PORT, TIME, NULL ->
                Conversion.toText(values.get(index), origin());
        };
    }

    /** The argument as an integer; of a number. */
    Expr whole(int index) {
        return values.get(index).type().isNumber()
                ? Conversion.toLong(values.get(index), origin())
                : wrong(index, Type.LONG, "Long");
    }

    /** The argument as a number with fraction. */
    Expr decimal(int index) {
        return values.get(index).type().isNumber()
                ? Conversion.toDouble(values.get(index), origin())
                : values.get(index).type() == AqlType.STRING ? textForNumber(index) : wrong(index, Type.REAL, "Double");
    }

    private Expr textForNumber(int index) {
        Span span = place(index).span();
        String converted = "DOUBLE(" + scope.findings().source().slice(span) + ")";
        scope.findings()
                .add(
                        Repair.replace("convert the text", span, converted),
                        AqlCode.WRONG_ARGUMENT_TYPE,
                        span,
                        wrongType(index, "Double"),
                        "write " + converted);
        faulty = true;
        return new Expr.Literal(Type.REAL, null);
    }

    /** A text written in the query that the check accepts. */
    Expr constant(int index, Consumer<String> check) {
        Typed value = values.get(index);
        if (value.literalText().isEmpty()) {
            return wrong(index, Type.STRING, "a text in single quotes");
        }
        try {
            check.accept(value.literalText().get());
        } catch (FunctionException e) {
            scope.findings().add(AqlCode.NOT_CONVERTIBLE, place(index).span(), e.getMessage());
            faulty = true;
        }
        return value.expr();
    }

    Expr wrong(int index, Type type, String required) {
        Span span = place(index).span();
        if (values.get(index).type() == AqlType.BYTES && type == Type.STRING) {
            String decoded = "UTF8(" + scope.findings().source().slice(span) + ")";
            scope.findings()
                    .add(
                            Repair.replace("decode the bytes", span, decoded),
                            AqlCode.RAW_PAYLOAD,
                            span,
                            wrongType(index, required),
                            "write " + decoded);
        } else if (!values.get(index).isNothing()) {
            scope.findings().add(AqlCode.WRONG_ARGUMENT_TYPE, span, wrongType(index, required));
        }
        faulty = true;
        return new Expr.Literal(type, null);
    }

    private String wrongType(int index, String required) {
        return "Wrong argument type: \"" + values.get(index).type().label() + "\". \"" + required + "\" is required.";
    }

    @Override
    public String toString() {
        return values.stream().map(value -> value.type().label()).collect(Collectors.joining(", ", "(", ")"));
    }
}
