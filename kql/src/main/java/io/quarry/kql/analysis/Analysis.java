package io.quarry.kql.analysis;

import io.quarry.kql.catalog.KqlCatalog;
import io.quarry.kql.catalog.SideInputs;
import io.quarry.kql.diagnostic.Problems;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.relation.Scope;
import io.quarry.kql.syntax.Expression;
import io.quarry.plan.Code;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Origin;
import io.quarry.plan.Span;
import java.util.Optional;

/**
 * What every part of the analyzer has at hand: the catalogue, the variables in scope, and where to report.
 *
 * @param depth how many tables are being analyzed around this place; a value over the rows of one of them has no meaning in
 *     another
 */
public record Analysis(
        Problems problems,
        KqlCatalog catalog,
        Scope scope,
        Expansions expansions,
        Discovery discovery,
        TableAnalysis tables,
        int depth) {
    /** The analysis of a text from its beginning. */
    public static Analysis of(Problems problems, KqlCatalog catalog, Discovery discovery, TableAnalysis tables) {
        return new Analysis(problems, catalog, Scope.empty(), new Expansions(), discovery, tables, 0);
    }

    /** A value computed from a row. */
    public Scalar scalar(Expression expression, Relation row) {
        return expression.accept(new ScalarAnalyzer(this, row));
    }

    /** A value that depends on no row. */
    public Scalar constant(Expression expression) {
        return scalar(expression, Relation.NONE);
    }

    public Relation table(Expression expression) {
        return tables.table(
                expression, new Analysis(problems, catalog, scope, expansions, discovery, tables, depth + 1));
    }

    /** The same in another scope. */
    public Analysis in(Scope other) {
        return new Analysis(problems, catalog, other, expansions, discovery, tables, depth);
    }

    /** The same for another text, in a scope of its own. */
    public Analysis reporting(Problems others, Scope own) {
        return new Analysis(others, catalog, own, expansions, discovery, tables, depth);
    }

    /** The same for what is looked at and will not run. */
    Analysis apart(Problems others, Scope own) {
        KqlCatalog withoutFiles = catalog.reading(SideInputs.UNKNOWN);
        Discovery withoutData = new Discovery(Optional.empty());
        return new Analysis(others, withoutFiles, own, expansions.afresh(), withoutData, tables, depth);
    }

    /** A name for a column that nothing names, {@code Column1} and on: one that no variable and no column of these has. */
    public String unnamedColumn(Relation columns) {
        String name = "Column" + expansions.nextUnnamed();
        boolean taken = scope.find(name).isPresent() || columns.schema().indexOf(name) >= 0;
        return taken ? unnamedColumn(columns) : name;
    }

    public void report(Code code, Span span, String message, String... hints) {
        problems.report(code, span, message, hints);
    }

    /** Reports a construct that the platform has and this program has not. */
    public void unsupported(Span span, String construct) {
        report(CommonCode.UNSUPPORTED, span, construct + " is not supported yet");
    }

    public Origin origin(Span span) {
        return new Origin(problems.source(), span);
    }
}
