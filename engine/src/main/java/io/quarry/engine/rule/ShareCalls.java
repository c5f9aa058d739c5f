package io.quarry.engine.rule;

import io.quarry.data.Schema;
import io.quarry.data.Type;
import io.quarry.plan.Expr;
import io.quarry.plan.NamedExpr;
import io.quarry.plan.Plan;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A call whose answer several columns of a projection need is computed once, in a projection below. Only calls that give
 * dynamic values count, and not of one text column: the others are cheap, or looked up by code in a dictionary.
 */
final class ShareCalls implements Rule {
    @Override
    public Optional<Plan> apply(Plan plan) {
        if (!(plan instanceof Plan.Project project)) {
            return Optional.empty();
        }
        Map<Expr, Integer> uses = new LinkedHashMap<>();
        project.columns().forEach(column -> count(column.expr(), project.input().schema(), uses));
        Optional<Expr> shared = uses.entrySet().stream()
                .filter(use -> use.getValue() > 1)
                .map(Map.Entry::getKey)
                .findFirst();
        return shared.map(call -> sharing(project, call));
    }

    /** Counts the calls that are made for every row, the largest first; what stands under a choice may not be. */
    private static void count(Expr expr, Schema input, Map<Expr, Integer> uses) {
        if (expr instanceof Expr.Call call) {
            if (call.type() == Type.DYNAMIC && call.isDeterministic() && !isLookedUp(call, input)) {
                uses.merge(call, 1, Integer::sum);
            }
            call.arguments().forEach(argument -> count(argument, input, uses));
        }
    }

    /** True for what depends on one text column, and is computed for each text once; and for what needs no column. */
    private static boolean isLookedUp(Expr expr, Schema input) {
        BitSet used = Columns.used(expr);
        return used.isEmpty() || used.cardinality() == 1 && input.type(used.nextSetBit(0)) == Type.STRING;
    }

    private static Plan sharing(Plan.Project project, Expr call) {
        List<NamedExpr> below = new ArrayList<>();
        for (int i = 0; i < project.input().schema().size(); i++) {
            below.add(new NamedExpr(
                    project.input().schema().name(i),
                    new Expr.Column(i, project.input().schema().type(i))));
        }
        Expr shared = new Expr.Column(below.size(), call.type());
        below.add(new NamedExpr("$shared" + below.size(), call));
        List<NamedExpr> columns = project.columns().stream()
                .map(column -> new NamedExpr(column.name(), replace(column.expr(), call, shared)))
                .toList();
        return new Plan.Project(new Plan.Project(project.input(), below), columns);
    }

    private static Expr replace(Expr expr, Expr wanted, Expr replacement) {
        if (expr.equals(wanted)) {
            return replacement;
        }
        List<Expr> children = expr.children();
        return children.isEmpty()
                ? expr
                : expr.withChildren(children.stream()
                        .map(child -> replace(child, wanted, replacement))
                        .toList());
    }
}
