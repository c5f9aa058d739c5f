package io.quarry.kql.analysis;

import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.syntax.FunctionParameter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the parameter of each argument in a call of a function that the query declares: by position, or by name. */
final class CallArguments {
    private final Analysis analysis;
    private final Expression.Call call;

    CallArguments(Analysis analysis, Expression.Call call) {
        this.analysis = analysis;
        this.call = call;
    }

    /**
     * The argument of each parameter that has one; empty after reporting a call that does not fit.
     *
     * @param given how many parameters have their value from elsewhere, the first ones
     */
    Optional<Map<String, Expression>> assign(List<FunctionParameter> parameters, int given) {
        Map<String, Expression> arguments = new HashMap<>();
        if (call.arguments().size() + given > parameters.size()) {
            wrongCount(parameters, given);
            return Optional.empty();
        }
        boolean inOrder = true;
        boolean isSound = true;
        for (int i = 0; i < call.arguments().size(); i++) {
            Expression argument = call.arguments().get(i);
            FunctionParameter atPlace = parameters.get(i + given);
            if (argument instanceof Expression.Named named) {
                Expression.Name name = named.names().get(0);
                inOrder &= atPlace.name().equals(name.name());
                isSound &= isParameter(name, parameters);
                arguments.put(name.name(), named.value());
            } else if (inOrder) {
                arguments.put(atPlace.name(), argument);
            } else {
                analysis.report(
                        KqlCode.ARGUMENT_MISPLACED,
                        argument.span(),
                        "an argument without a name stands after one that is named out of order",
                        "name this argument too");
                isSound = false;
            }
        }
        return isSound && isComplete(parameters, arguments, given) ? Optional.of(arguments) : Optional.empty();
    }

    private boolean isParameter(Expression.Name name, List<FunctionParameter> parameters) {
        List<String> names = parameters.stream().map(FunctionParameter::name).toList();
        if (names.contains(name.name())) {
            return true;
        }
        analysis.report(
                KqlCode.ARGUMENT_MISPLACED,
                name.span(),
                call.function().name() + " has no parameter '" + name.name() + "', but " + String.join(", ", names));
        return false;
    }

    private boolean isComplete(List<FunctionParameter> parameters, Map<String, Expression> arguments, int given) {
        List<FunctionParameter> missing = parameters.subList(given, parameters.size()).stream()
                .filter(parameter -> !arguments.containsKey(parameter.name())
                        && parameter.defaultValue().isEmpty())
                .toList();
        if (missing.isEmpty()) {
            return true;
        }
        boolean named = call.arguments().stream().anyMatch(Expression.Named.class::isInstance);
        if (named) {
            analysis.report(
                    KqlCode.WRONG_ARGUMENT_COUNT,
                    call.function().span(),
                    call.function().name() + " is called without its parameter '"
                            + missing.get(0).name() + "'");
        } else {
            wrongCount(parameters, given);
        }
        return false;
    }

    private void wrongCount(List<FunctionParameter> parameters, int given) {
        int most = Math.max(0, parameters.size() - given);
        long least = parameters.subList(parameters.size() - most, parameters.size()).stream()
                .filter(parameter -> parameter.defaultValue().isEmpty())
                .count();
        String takes = least == most ? String.valueOf(most) : least + " to " + most;
        analysis.report(
                KqlCode.WRONG_ARGUMENT_COUNT,
                call.function().span(),
                call.function().name() + " takes " + takes + (most == 1 ? " argument" : " arguments") + ", found "
                        + call.arguments().size());
    }
}
