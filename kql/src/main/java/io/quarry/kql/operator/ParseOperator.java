package io.quarry.kql.operator;

import io.quarry.data.Type;
import io.quarry.functions.parse.Piece;
import io.quarry.functions.parse.RegexPattern;
import io.quarry.kql.analysis.Analysis;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.relation.Projection;
import io.quarry.kql.relation.Relation;
import io.quarry.kql.relation.Scalar;
import io.quarry.kql.syntax.Operator;
import io.quarry.kql.syntax.OperatorParameter;
import io.quarry.kql.syntax.ParsePiece;
import io.quarry.kql.type.Conversions;
import io.quarry.kql.type.Overloads;
import io.quarry.plan.Expr;
import io.quarry.plan.Origin;
import io.quarry.plan.Plan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code parse}: columns cut out of a text. One function gives the array of all captures, or null; each column is the
 * conversion of its element.
 */
final class ParseOperator {
    private static final Set<String> KINDS = new TreeSet<>(Set.of("simple", "regex", "relaxed"));

    private final Analysis analysis;

    ParseOperator(Analysis analysis) {
        this.analysis = analysis;
    }

    Relation apply(Operator.Parse parse, Relation input) {
        Scalar text = analysis.scalar(parse.text(), input);
        Optional<Expr> captures = text.isKnown() ? captures(parse, text.expr()) : Optional.empty();
        Relation rows = captures.isPresent() && parse.unmatched() == Operator.Parse.Unmatched.DROPPED
                ? matched(captures.get(), input, analysis.origin(parse.span()))
                : input;
        Projection columns = Projection.of(rows);
        Set<String> added = new HashSet<>();
        for (ParsePiece piece : parse.pattern()) {
            if (piece instanceof ParsePiece.Column column) {
                int index = added.size();
                Scalar value = captures.map(all -> capture(all, index, column)).orElse(Scalar.unknown(column.type()));
                if (added.add(column.name().name())) {
                    columns.put(column.name().name(), value);
                } else {
                    duplicate(column);
                }
            }
        }
        return columns.over(rows);
    }

    private void duplicate(ParsePiece.Column column) {
        analysis.report(
                KqlCode.DUPLICATE_NAME,
                column.name().span(),
                "the column '" + column.name().name() + "' is declared already");
    }

    private static Relation matched(Expr captures, Relation input, Origin origin) {
        Expr isThere = Overloads.call("isnotnull", List.of(captures), origin)
                .orElseThrow(() -> new IllegalStateException("no isnotnull() of a dynamic value"));
        return input.then(new Plan.Filter(input.plan(), isThere));
    }

    /** The array of captures; empty after an error. */
    private Optional<Expr> captures(Operator.Parse parse, Expr value) {
        Origin origin = analysis.origin(parse.text().span());
        Optional<Expr> text = Conversions.convert(value, Type.STRING, origin);
        if (text.isEmpty()) {
            analysis.unsupported(
                    parse.text().span(), "the text of a " + value.type().label());
        }
        Optional<String> kind = kind(parse.parameters());
        boolean isSound = new ParsePatterns(analysis).isSound(parse.pattern());
        if (text.isEmpty() || kind.isEmpty() || !isSound) {
            return Optional.empty();
        }
        boolean isRegex = kind.get().equals("regex");
        Optional<Object> pattern = isRegex ? regexes(parse) : Optional.of(pieces(parse.pattern()));
        return pattern.flatMap(constant -> Overloads.call(
                "parse " + kind.get(), List.of(new Expr.Literal(Type.DYNAMIC, constant), text.get()), origin));
    }

    private Optional<String> kind(List<OperatorParameter> parameters) {
        String kind = "simple";
        for (OperatorParameter parameter : parameters) {
            if (parameter.name().equals("kind")) {
                kind = parameter.value();
                if (!KINDS.contains(kind)) {
                    analysis.report(
                            KqlCode.UNKNOWN_KIND,
                            parameter.valueSpan(),
                            "no kind '" + kind + "', but " + String.join(", ", KINDS));
                    return Optional.empty();
                }
            }
        }
        for (OperatorParameter parameter : parameters) {
            if (parameter.name().equals("flags") && !kind.equals("regex")) {
                analysis.unsupported(parameter.span(), "flags without kind=regex");
                return Optional.empty();
            }
        }
        return Optional.of(kind);
    }

    private static List<Object> pieces(List<ParsePiece> pattern) {
        List<Object> pieces = new ArrayList<>();
        for (ParsePiece piece : pattern) {
            pieces.add(piece(piece).toDynamic());
        }
        return pieces;
    }

    private static Piece piece(ParsePiece piece) {
        if (piece instanceof ParsePiece.Constant constant) {
            return new Piece.Constant(constant.text());
        }
        return piece instanceof ParsePiece.Column column ? new Piece.Capture(column.type()) : new Piece.Skip();
    }

    private Optional<Object> regexes(Operator.Parse parse) {
        Map<String, Object> pattern = new LinkedHashMap<>();
        pattern.put(RegexPattern.FLAGS, flags(parse.parameters()));
        pattern.put(RegexPattern.PIECES, pieces(parse.pattern()));
        boolean isSound = new ParsePatterns(analysis).areRegexes(parse.pattern()) & areFlags(parse.parameters());
        return isSound ? Optional.of(pattern) : Optional.empty();
    }

    private boolean areFlags(List<OperatorParameter> parameters) {
        for (OperatorParameter parameter : parameters) {
            if (parameter.name().equals("flags") && !RegexPattern.areFlags(parameter.value())) {
                analysis.unsupported(parameter.valueSpan(), "a flag other than i, m, s and U");
                return false;
            }
        }
        return true;
    }

    private static String flags(List<OperatorParameter> parameters) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals("flags"))
                .map(OperatorParameter::value)
                .findFirst()
                .orElse("");
    }

    private Scalar capture(Expr captures, int index, ParsePiece.Column column) {
        Origin origin = analysis.origin(column.span());
        return Overloads.call("[]", List.of(captures, new Expr.Literal(Type.LONG, (long) index)), origin)
                .flatMap(element -> Conversions.convert(element, Type.STRING, origin))
                .flatMap(text -> column.type() == Type.DYNAMIC
                        ? Overloads.call("todynamic", List.of(text), origin)
                        : Conversions.convert(text, column.type(), origin))
                .map(Scalar::of)
                .orElseThrow(() -> new IllegalStateException("no conversion of a text to " + column.type()));
    }
}
