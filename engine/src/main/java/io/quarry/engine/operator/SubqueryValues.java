package io.quarry.engine.operator;

import io.quarry.data.Batch;
import io.quarry.data.Dynamic;
import io.quarry.data.Schema;
import io.quarry.data.Tables;
import io.quarry.data.TextVector;
import io.quarry.data.Type;
import io.quarry.data.ValueSize;
import io.quarry.data.Vector;
import io.quarry.engine.run.RunContext;
import io.quarry.plan.Expr;
import io.quarry.plan.Plan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Runs the sub-queries of a plan and puts their values in their places; equal ones run once. */
public final class SubqueryValues {
    private final Tables tables;
    private final RunContext context;
    private final Map<Expr.Subquery, Expr.Literal> values = new HashMap<>();

    public SubqueryValues(Tables tables, RunContext context) {
        this.tables = tables;
        this.context = context;
    }

    /**
     * The plan without sub-queries, its parameters having been bound.
     *
     * @throws io.quarry.plan.QueryException if a function has no answer
     * @throws io.quarry.engine.run.StoppedException if the run was stopped or takes too much
     */
    public Plan in(Plan plan) {
        return plan.withSubqueries(this::valueOf);
    }

    private Expr.Literal valueOf(Expr.Subquery subquery) {
        Expr.Literal known = values.get(subquery);
        if (known == null) {
            HeldRows held = Execution.held("a sub-query", in(subquery.plan()), tables, context);
            known = switch (subquery.form()) {
                case FIRST -> first(subquery.plan().schema(), held.batches());
                case VALUES -> new Expr.Literal(Type.DYNAMIC, distinct(held.batches()));
            };
            context.memory().reserve("a sub-query", ValueSize.of(known.value()));
            held.release();
            values.put(subquery, known);
        }
        return known;
    }

    private static Expr.Literal first(Schema schema, List<Batch> batches) {
        return new Expr.Literal(
                schema.type(0),
                batches.isEmpty() ? null : batches.get(0).column(0).value(0));
    }

    private static List<Object> distinct(List<Batch> batches) {
        Set<Object> distinct = new LinkedHashSet<>();
        for (Batch batch : batches) {
            if (batch.column(0) instanceof TextVector texts) {
                addTexts(texts, distinct);
            } else {
                addValues(batch.column(0), distinct);
            }
        }
        return new ArrayList<>(distinct);
    }

    /** A text of the dictionary is made once, however many rows have it. */
    private static void addTexts(TextVector texts, Set<Object> distinct) {
        boolean[] seen = new boolean[texts.dictionary().size()];
        for (int row = 0; row < texts.size(); row++) {
            int code = texts.code(row);
            if (code >= 0 && !seen[code]) {
                seen[code] = true;
                distinct.add(texts.dictionary().text(code));
            }
        }
    }

    private static void addValues(Vector values, Set<Object> distinct) {
        for (int row = 0; row < values.size(); row++) {
            if (!values.isNull(row)) {
                distinct.add(element(values.type(), values.value(row)));
            }
        }
    }

    private static Object element(Type type, Object value) {
        return switch (type) {
            case DATETIME -> new Dynamic.DateTime((Long) value);
            case TIMESPAN -> new Dynamic.TimeSpan((Long) value);
            case BOOL, INT, LONG, REAL, DECIMAL, STRING, GUID, DYNAMIC -> value;
        };
    }
}
