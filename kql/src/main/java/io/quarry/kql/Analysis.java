package io.quarry.kql;

import io.quarry.kql.syntax.Expression;
import io.quarry.kql.syntax.Problems;
import io.quarry.plan.Code;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Origin;
import io.quarry.plan.Span;

/**
 * What every part of the analyzer has at hand: the catalogue, the variables in scope, and where to report.
 *
 * @param depth how many tables are being analyzed around this place; a value over the rows of one of them has no meaning in
 *     another
 */
record Analysis(
        Problems problems, KqlCatalog catalog, Scope scope, Expansions expansions, Discovery discovery, int depth) {
    /** A value computed from a row. */
    Scalar scalar(Expression expression, Relation row) {
        return expression.accept(new ScalarAnalyzer(this, row));
    }

    /** A value that depends on no row. */
    Scalar constant(Expression expression) {
        return scalar(expression, Relation.NONE);
    }

    Relation table(Expression expression) {
        return expression.accept(
                new TableAnalyzer(new Analysis(problems, catalog, scope, expansions, discovery, depth + 1)));
    }

    /** The same in another scope. */
    Analysis in(Scope other) {
        return new Analysis(problems, catalog, other, expansions, discovery, depth);
    }

    /** The same for another text, in a scope of its own. */
    Analysis reporting(Problems others, Scope own) {
        return new Analysis(others, catalog, own, expansions, discovery, depth);
    }

    void report(Code code, Span span, String message, String... hints) {
        problems.report(code, span, message, hints);
    }

    /** Reports a construct that the platform has and this program has not. */
    void unsupported(Span span, String construct) {
        report(CommonCode.UNSUPPORTED, span, construct + " is not supported yet");
    }

    Origin origin(Span span) {
        return new Origin(problems.source(), span);
    }
}
