package io.quarry.kql.plugin;

import io.quarry.kql.analysis.Analysis;
import io.quarry.kql.analysis.Statements;
import io.quarry.kql.diagnostic.Problems;
import io.quarry.kql.relation.Projection;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.relation.Scope;
import io.quarry.kql.relation.UniqueNames;
import io.quarry.kql.syntax.QueryParser;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Diagnostic;
import io.quarry.plan.SourceText;
import java.util.ArrayList;
import java.util.List;

/**
 * A plugin whose meaning is written in KQL. The text sees the tables and values that are bound to its names, and nothing
 * else; what it takes from a call goes by fixed names, so that no name of the caller's can be in its way.
 */
final class PluginQuery {
    private final PluginCall call;
    private final Scope scope = Scope.empty();

    PluginQuery(PluginCall call) {
        this.call = call;
    }

    PluginQuery table(String name, Relation rows) {
        scope.bind(name, new Scope.Table(rows.unnamed()));
        return this;
    }

    PluginQuery value(String name, Scalar value) {
        scope.bind(name, new Scope.Value(value, call.analysis().depth()));
        return this;
    }

    /** The rows that the text gives. */
    Relation run(String text) {
        Problems problems = new Problems(new SourceText(call.name(), text));
        Analysis analysis = call.analysis().reporting(problems, scope);
        Relation rows = new Statements(analysis)
                .body(QueryParser.parse(problems))
                .map(analysis::table)
                .orElse(Relation.BROKEN);
        for (Diagnostic problem : problems.inOrder()) {
            if (problem.code() == CommonCode.UNSUPPORTED) {
                call.analysis().unsupported(call.span(), call.name() + " of such columns");
                return call.broken();
            }
            if (problem.isError()) {
                throw new IllegalStateException(problem.render());
            }
        }
        return rows.unordered();
    }

    /** The columns of rows under other names, as many as there are names. */
    static Relation renamed(Relation rows, List<String> names) {
        Projection columns = new Projection();
        UniqueNames unique = new UniqueNames(List.of());
        for (int i = 0; i < names.size(); i++) {
            columns.add(unique.take(names.get(i)), rows.column(i));
        }
        return columns.over(rows);
    }

    /** A name as a text of KQL has it. */
    static String quoted(String name) {
        return "['" + name.replace("\\", "\\\\").replace("'", "\\'") + "']";
    }

    /** Names with a comma after each, for lists that go on. */
    static String listed(List<String> names) {
        StringBuilder list = new StringBuilder();
        names.forEach(name -> list.append(name).append(", "));
        return list.toString();
    }

    /** Columns of the input under names of the text: {@code d0, d1, ...} after the first ones. */
    static Relation columns(PluginCall call, List<String> firstNames, List<Integer> indexes) {
        Projection columns = new Projection();
        for (int i = 0; i < indexes.size(); i++) {
            String name = i < firstNames.size() ? firstNames.get(i) : "d" + (i - firstNames.size());
            Scalar value = call.input().column(indexes.get(i));
            columns.add(name, value);
        }
        return columns.over(call.input()).closed();
    }

    /** {@code d0, d1, ...}. */
    static List<String> dimensions(int count) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add("d" + i);
        }
        return names;
    }
}
