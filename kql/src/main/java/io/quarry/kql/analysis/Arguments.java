package io.quarry.kql.analysis;

import io.quarry.data.Type;
import io.quarry.kql.catalog.PlatformFunctions;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.Projection;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.type.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Checks the number and the types of a call's arguments against what the platform takes. */
final class Arguments {
    /** Functions that read a text as a dynamic value. */
    private static final Set<String> PARSING = Set.of("todynamic", "toobject");

    private final Analysis analysis;

    Arguments(Analysis analysis) {
        this.analysis = analysis;
    }

    boolean countFits(Expression.Call call, PlatformFunctions.Entry entry) {
        int count = call.arguments().size();
        List<PlatformFunctions.Accepted> signatures = entry.signatures();
        if (entry.takes(count)) {
            return true;
        }
        if (signatures.stream().anyMatch(signature -> count >= signature.least() && count <= signature.most())) {
            analysis.report(
                    KqlCode.WRONG_ARGUMENT_COUNT,
                    call.function().span(),
                    entry.name() + " takes its arguments in pairs, found " + count);
            return false;
        }
        int least = signatures.stream()
                .mapToInt(PlatformFunctions.Accepted::least)
                .min()
                .orElseThrow();
        int most = signatures.stream()
                .mapToInt(PlatformFunctions.Accepted::most)
                .max()
                .orElseThrow();
        analysis.report(
                KqlCode.WRONG_ARGUMENT_COUNT,
                call.function().span(),
                entry.name() + " takes " + number(least, most) + ", found " + count);
        return false;
    }

    private static String number(int least, int most) {
        if (most == Integer.MAX_VALUE) {
            return "at least " + arguments(least);
        }
        return least == most ? arguments(least) : least + " to " + arguments(most);
    }

    private static String arguments(int count) {
        return count + (count == 1 ? " argument" : " arguments");
    }

    /**
     * False after reporting arguments that no form of the function takes. Of several forms that one is meant which takes most of
     * the arguments; where several take as many, it is the call as a whole that fits none.
     */
    boolean typesFit(Expression.Call call, PlatformFunctions.Entry entry, List<Scalar> arguments) {
        List<Type> types = arguments.stream().map(Scalar::type).toList();
        List<Shape> shapes = arguments.stream().map(Scalar::shape).toList();
        boolean textsFit = FixedTexts.fit(analysis, call, arguments);
        List<PlatformFunctions.Accepted> nearest = new ArrayList<>();
        long most = -1;
        for (PlatformFunctions.Accepted signature : entry.signatures()) {
            long taken = signature.takes(types.size()) ? signature.taken(types, shapes) : -1;
            if (taken == types.size()) {
                return areConstants(call, entry, signature, arguments) && textsFit;
            }
            if (taken > most) {
                nearest.clear();
                most = taken;
            }
            if (taken == most && taken >= 0) {
                nearest.add(signature);
            }
        }
        if (nearest.size() > 1) {
            misfit(call, entry, nearest, arguments);
        } else if (nearest.size() == 1) {
            int refused = nearest.get(0).firstRefused(types, shapes);
            String expected = nearest.get(0).parameter(refused);
            analysis.report(
                    KqlCode.WRONG_TYPE,
                    Projection.value(call.arguments().get(refused)).span(),
                    entry.name() + " takes " + words(expected) + " here, found " + found(arguments.get(refused)),
                    hints(entry, expected, arguments.get(refused)));
        }
        return nearest.isEmpty();
    }

    private void misfit(
            Expression.Call call,
            PlatformFunctions.Entry entry,
            List<PlatformFunctions.Accepted> forms,
            List<Scalar> arguments) {
        boolean single = arguments.size() == 1;
        String found = arguments.stream().map(Arguments::found).collect(Collectors.joining(", "));
        String taken = forms.stream()
                .map(form -> single ? words(form.parameter(0)) : parameters(form, arguments.size()))
                .distinct()
                .collect(Collectors.joining(" or "));
        analysis.report(
                KqlCode.WRONG_TYPE,
                call.function().span(),
                entry.name() + " takes " + taken + ", found " + (single ? found : "(" + found + ")"));
    }

    private static String parameters(PlatformFunctions.Accepted form, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> form.parameter(i).replace("num", "number"))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private boolean areConstants(
            Expression.Call call,
            PlatformFunctions.Entry entry,
            PlatformFunctions.Accepted signature,
            List<Scalar> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            if (signature.isConstant(i) && arguments.get(i).expr().readsColumns()) {
                analysis.report(
                        KqlCode.CONSTANT_EXPECTED,
                        call.arguments().get(i).span(),
                        entry.name() + " needs a value here that is known before the query runs");
                return false;
            }
        }
        return true;
    }

    private static String words(String accepted) {
        return switch (accepted) {
            case "scalar" -> "a value that is not dynamic";
            case "num" -> "a number";
            case "num/timespan" -> "a number or timespan";
            case "num/timespan/datetime" -> "a number, timespan or datetime";
            case "orderable" -> "a value that can be ordered";
            case "array" -> "an array";
            case "bag" -> "a bag";
            default -> "a value of type " + accepted.replace("/", " or ");
        };
    }

    private static String found(Scalar argument) {
        return argument.type() == Type.DYNAMIC
                ? argument.shape().label()
                : argument.type().label();
    }

    private static String[] hints(PlatformFunctions.Entry entry, String expected, Scalar argument) {
        if (argument.type() == Type.DYNAMIC && PARSING.contains(entry.name())) {
            return new String[] {
                argument.shape() instanceof Shape.Single
                        ? "take its text first: " + entry.name() + "(tostring(...))"
                        : "the value is dynamic already: leave out " + entry.name() + "()"
            };
        }
        return Type.ofLabel(expected).isPresent() && !expected.equals("dynamic")
                ? new String[] {"convert it with to" + expected + "()"}
                : new String[0];
    }
}
