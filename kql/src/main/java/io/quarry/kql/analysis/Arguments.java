package io.quarry.kql.analysis;

import io.quarry.data.Type;
import io.quarry.kql.catalog.PlatformFunctions;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.syntax.Expression;
import java.util.ArrayList;
import java.util.List;

/** Checks the number and the types of a call's arguments against what the platform takes. */
final class Arguments {
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

    /** Where several forms take that many arguments, it is the call as a whole that fits none, else the argument that misfits. */
    boolean typesFit(Expression.Call call, PlatformFunctions.Entry entry, List<Scalar> arguments) {
        List<Type> types = new ArrayList<>(arguments.size());
        for (Scalar argument : arguments) {
            types.add(argument.type());
        }
        int refused = -1;
        int forms = 0;
        PlatformFunctions.Accepted nearest = null;
        for (PlatformFunctions.Accepted signature : entry.signatures()) {
            if (!signature.takes(types.size())) {
                continue;
            }
            forms++;
            int first = signature.firstRefused(types);
            if (first < 0) {
                return areConstants(call, entry, signature, arguments) && FixedTexts.fit(analysis, call, arguments);
            }
            if (first >= refused) {
                refused = first;
                nearest = signature;
            }
        }
        if (nearest == null) {
            return true;
        }
        String expected = nearest.parameter(refused);
        analysis.report(
                KqlCode.WRONG_TYPE,
                forms > 1 && (refused > 0 || types.size() == 1)
                        ? call.function().span()
                        : call.arguments().get(refused).span(),
                entry.name() + " takes " + words(expected) + " here, found "
                        + types.get(refused).label(),
                hints(expected));
        return false;
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
            default -> "a value of type " + accepted.replace("/", " or ");
        };
    }

    private static String[] hints(String expected) {
        return Type.ofLabel(expected).isPresent() && !expected.equals("dynamic")
                ? new String[] {"convert it with to" + expected + "()"}
                : new String[0];
    }
}
