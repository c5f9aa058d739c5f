package io.quarry.kql.analysis;

import io.quarry.kql.catalog.PlatformFunctions;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.type.Constants;
import io.quarry.plan.Expr;
import java.util.Optional;

/** The names that columns get from the expressions they are computed by. Conversions and bins are looked through. */
public final class ColumnNames {
    private final Analysis analysis;

    public ColumnNames(Analysis analysis) {
        this.analysis = analysis;
    }

    /** The name that an expression gives; empty if it gives none. */
    public Optional<String> of(Expression expression) {
        if (expression instanceof Expression.Name name) {
            return Optional.of(name.name());
        }
        if (expression instanceof Expression.Named named) {
            return Optional.of(named.names().get(0).name());
        }
        if (expression instanceof Expression.Parenthesized parenthesized) {
            return of(parenthesized.inner());
        }
        if (expression instanceof Expression.Member member) {
            String name = member.member().name();
            return Optional.of(
                    of(member.object()).map(object -> object + "_" + name).orElse(name));
        }
        if (expression instanceof Expression.Element element) {
            Optional<String> index = index(element.index());
            return of(element.object())
                    .map(object -> object + "_" + index.orElse(""))
                    .or(() -> index);
        }
        return expression instanceof Expression.Call call ? of(call) : Optional.empty();
    }

    private static Optional<String> index(Expression index) {
        return index instanceof Expression.Literal literal
                ? Optional.of(String.valueOf(literal.value()))
                : Optional.empty();
    }

    private Optional<String> of(Expression.Call call) {
        String function = call.function().name();
        if (analysis.scope().find(function).isPresent()) {
            return Optional.empty();
        }
        boolean isScalar = PlatformFunctions.scalar(function)
                .filter(entry -> entry.takes(call.arguments().size()))
                .isPresent();
        if (!isScalar && PlatformFunctions.aggregate(function).isPresent()) {
            return ofAggregate(call);
        }
        String naming = PlatformFunctions.scalar(function)
                .map(PlatformFunctions.Entry::naming)
                .orElse("none");
        if (naming.startsWith("=")) {
            return Optional.of(naming.substring(1));
        }
        if (call.arguments().isEmpty()) {
            return Optional.empty();
        }
        Expression first = call.arguments().get(0);
        if (function.equals("column_ifexists") || function.equals("columnifexists")) {
            return existing(first);
        }
        return switch (naming) {
            case "arg1" -> of(first);
            case "sole" -> call.arguments().size() == 1 ? of(first) : Optional.empty();
            case "name_arg1" -> Optional.of(function + "_" + of(first).orElse(""));
            default -> naming.endsWith("_") ? Optional.of(naming + of(first).orElse("")) : Optional.empty();
        };
    }

    private Optional<String> existing(Expression name) {
        Expr expr = analysis.constant(name).expr();
        return Constants.literal(expr).map(Expr.Literal::value).map(String::valueOf);
    }

    /** The name that a call of an aggregate gives: its prefix and the name of what it is computed of. */
    public Optional<String> ofAggregate(Expression.Call call) {
        Optional<PlatformFunctions.Entry> entry =
                PlatformFunctions.aggregate(call.function().name());
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        if (PercentileCalls.isCall(call)) {
            return Optional.of(new PercentileCalls(analysis).name(call));
        }
        String argument =
                call.arguments().isEmpty() ? "" : of(call.arguments().get(0)).orElse("");
        String prefix = entry.get().naming();
        if (prefix.equals("-")) {
            return argument.isEmpty() ? Optional.empty() : Optional.of(argument);
        }
        if (call.function().name().startsWith("covariance") && call.arguments().size() > 1) {
            argument += "_" + of(call.arguments().get(1)).orElse("");
        }
        return Optional.of(prefix + "_" + argument);
    }
}
