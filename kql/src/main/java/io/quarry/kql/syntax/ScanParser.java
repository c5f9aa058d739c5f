package io.quarry.kql.syntax;

import io.quarry.kql.syntax.Expression.Name;
import io.quarry.plan.CommonCode;
import io.quarry.plan.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses {@code scan}. */
final class ScanParser {
    private final Cursor cursor;
    private final ExpressionParser expressions;
    private final OperatorParser operators;

    ScanParser(Cursor cursor, ExpressionParser expressions, OperatorParser operators) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.operators = operators;
    }

    Operator scan(Span name) {
        Cursor.Nesting nesting = cursor.nesting();
        try {
            return steps(name);
        } catch (SyntaxError reported) {
            // A semicolon between steps ends no statement.
            cursor.skipOperator(nesting);
            throw reported;
        }
    }

    private Operator steps(Span name) {
        Optional<Name> matchId = Optional.empty();
        if (cursor.takeIfName("with_match_id")) {
            cursor.expect("=");
            matchId = Optional.of(cursor.name());
        }
        for (String undocumented : List.of("kind", "order", "partition")) {
            if (cursor.atName(undocumented)) {
                throw unsupported("'" + undocumented + "' of scan");
            }
        }
        List<Operator.Scan.Declared> declared = cursor.takeIfName("declare") ? declarations() : List.of();
        cursor.expectName("with");
        cursor.expect("(");
        List<Operator.Scan.Step> steps = new ArrayList<>();
        while (!cursor.at(")")) {
            steps.add(step());
        }
        cursor.expect(")");
        return new Operator.Scan(operators.upToLast(name), name, matchId, declared, steps);
    }

    private SyntaxError unsupported(String construct) {
        cursor.problems().report(CommonCode.UNSUPPORTED, cursor.peek().span(), construct + " is not supported yet");
        return new SyntaxError();
    }

    /** {@code (name: type = default, ...)}. */
    private List<Operator.Scan.Declared> declarations() {
        cursor.expect("(");
        List<Operator.Scan.Declared> declared = new ArrayList<>();
        while (!cursor.at(")")) {
            Name name = Keywords.name(cursor);
            cursor.expect(":");
            ColumnDeclaration column =
                    new ColumnDeclaration(name.span(), name.name(), new DeclarationParser(cursor).type());
            Optional<Expression> value = cursor.takeIf("=") ? Optional.of(expressions.sign()) : Optional.empty();
            declared.add(new Operator.Scan.Declared(column, value));
            if (!cursor.takeIf(",")) {
                break;
            }
        }
        cursor.expect(")");
        return declared;
    }

    /** {@code step name output=all: condition => column = value, ...;}. */
    private Operator.Scan.Step step() {
        Span start = cursor.peek().span();
        cursor.expectName("step");
        Name name = cursor.name();
        if (cursor.atName("optional")) {
            throw unsupported("an optional step");
        }
        Operator.Scan.Output output = cursor.takeIfName("output") ? output() : Operator.Scan.Output.ALL;
        cursor.expect(":");
        Expression condition = expressions.expression();
        List<Expression> assignments = cursor.takeIf("=>") ? expressions.namedList() : List.of();
        Span end = cursor.expect(";").span();
        return new Operator.Scan.Step(start.to(end), name, output, condition, assignments);
    }

    private Operator.Scan.Output output() {
        cursor.expect("=");
        for (Operator.Scan.Output output : Operator.Scan.Output.values()) {
            if (cursor.takeIfName(output.word())) {
                return output;
            }
        }
        throw cursor.expected("one of all, last and none");
    }
}
