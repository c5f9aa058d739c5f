package io.quarry.aql.analysis;

import io.quarry.aql.catalog.AqlType;
import io.quarry.functions.lookup.Lookup;
import io.quarry.plan.Expr;
import io.quarry.plan.Origin;
import io.quarry.plan.Span;
import java.util.ArrayList;
import java.util.List;

/** The arguments of one lookup, checked against what its function takes. */
final class LookupArguments {
    private final QueryScope scope;
    private final Arguments arguments;
    private final LookupFunction function;
    private final List<Expr> values = new ArrayList<>();

    LookupArguments(QueryScope scope, Arguments arguments, LookupFunction function) {
        this.scope = scope;
        this.arguments = arguments;
        this.function = function;
    }

    /** False, and reported, if their number or types are not those of the function. */
    boolean fit() {
        List<LookupFunction.Argument> wanted = function.arguments();
        if (!arguments.areBetween(function.least(), wanted.size())) {
            return false;
        }
        int text = wanted.indexOf(LookupFunction.Argument.CONSTANT);
        if (text >= 0 && wanted.size() == 2 && arguments.areExchanged(text)) {
            return false;
        }
        for (int i = 0; i < arguments.count(); i++) {
            values.add(value(i, wanted.get(i)));
        }
        return !arguments.areFaulty();
    }

    private Expr value(int index, LookupFunction.Argument wanted) {
        return switch (wanted) {
            case CONSTANT -> arguments.constant(index, text -> {});
            case ADDRESS -> arguments.address(index);
            case NUMBER -> number(index);
            case NUMBERS -> get(index).type() == AqlType.LIST ? get(index).expr() : number(index);
            case KEY -> arguments.anyAsText(index);
        };
    }

    /** A number, also one that is written as a text. */
    private Expr number(int index) {
        return get(index)
                .literalText()
                .filter(text -> text.matches("-?[0-9]{1,18}"))
                .map(text -> Typed.whole(Long.parseLong(text)).expr())
                .orElseGet(() -> arguments.whole(index));
    }

    int count() {
        return values.size();
    }

    Typed get(int index) {
        return arguments.get(index);
    }

    /** The value of an argument in the type that its function takes. */
    Expr expr(int index) {
        return values.get(index);
    }

    /** The text of an argument that is written in the query. */
    String constant(int index) {
        return arguments.get(index).literalText().orElseThrow();
    }

    Span place(int index) {
        return arguments.place(index).span();
    }

    /** A call of a lookup with the arguments from an index on, as many as it takes. */
    Expr call(Lookup lookup, int from) {
        int taken = lookup.signature().parameters().size();
        return new Expr.Call(lookup, values.subList(from, from + taken), arguments.origin());
    }

    Origin origin() {
        return arguments.origin();
    }

    Expr call(Lookup lookup) {
        return call(lookup, 0);
    }
}
