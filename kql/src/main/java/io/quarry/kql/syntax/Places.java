package io.quarry.kql.syntax;

import java.util.Set;

/** Functions before a dot, which say where a table is: {@code workspace("w").T}. */
public final class Places {
    private static final Set<String> NAMES = Set.of("workspace", "app", "database", "cluster", "arg", "adx");

    private Places() {}

    /** True for a call of one of these functions. */
    public static boolean isCall(Expression expression) {
        return expression instanceof Expression.Call call
                && NAMES.contains(call.function().name());
    }
}
