package io.quarry.kql;

import io.quarry.data.Schema;
import io.quarry.data.Type;
import io.quarry.kql.analysis.Analysis;
import io.quarry.kql.analysis.Discovery;
import io.quarry.kql.analysis.Statements;
import io.quarry.kql.analysis.TableExpressions;
import io.quarry.kql.catalog.KqlCatalog;
import io.quarry.kql.diagnostic.Problems;
import io.quarry.kql.operator.TableAnalyzer;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.relation.Scope;
import io.quarry.kql.syntax.Expression;
import io.quarry.kql.syntax.QueryParser;
import io.quarry.plan.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is known at the end of a text that is still being written: the columns of its last rows and the variables declared.
 * There is an answer for any text; where something is wrong with it, what could be understood.
 *
 * @param columns of the rows that the text ends with; none if it ends without a table
 * @param variables by name, sorted
 */
public record Prospect(Schema columns, List<Variable> variables) {
    public Prospect {
        variables = List.copyOf(variables);
    }

    /**
     * A variable.
     *
     * @param type of a value that is known
     * @param columns of a table
     */
    public record Variable(String name, Kind kind, Optional<Type> type, Optional<Schema> columns) {
        /** What a variable stands for. */
        public enum Kind {
            VALUE,
            TABLE,
            FUNCTION
        }
    }

    /** What is known at the end of the text. */
    public static Prospect of(SourceText text, KqlCatalog catalog) {
        Problems problems = new Problems(text);
        Analysis analysis = Analysis.of(problems, catalog, new Discovery(Optional.empty()), TableAnalyzer::analyze);
        Optional<Expression> last = new Statements(analysis).body(QueryParser.parse(problems));
        Schema columns = last.filter(query -> TableExpressions.isTabular(query, analysis))
                .map(analysis::table)
                .map(Relation::schema)
                .orElse(Schema.of());
        TreeMap<String, Variable> variables = new TreeMap<>();
        for (String name : analysis.scope().names()) {
            analysis.scope().find(name).ifPresent(binding -> variables.put(name, variable(name, binding)));
        }
        return new Prospect(columns, List.copyOf(variables.values()));
    }

    private static Variable variable(String name, Scope.Binding binding) {
        if (binding instanceof Scope.Table table) {
            return new Variable(
                    name,
                    Variable.Kind.TABLE,
                    Optional.empty(),
                    Optional.of(table.relation().schema()));
        }
        if (binding instanceof Scope.Value value) {
            Optional<Type> type =
                    Optional.of(value.scalar()).filter(Scalar::isKnown).map(Scalar::type);
            return new Variable(name, Variable.Kind.VALUE, type, Optional.empty());
        }
        return new Variable(name, Variable.Kind.FUNCTION, Optional.empty(), Optional.empty());
    }
}
