package io.quarry.kql.operator;

import io.quarry.data.Type;
import io.quarry.functions.parse.RegexPattern;
import io.quarry.functions.text.Regex;
import io.quarry.kql.analysis.Analysis;
import io.quarry.kql.diagnostic.KqlCode;
import io.quarry.kql.syntax.ParsePiece;
import io.quarry.plan.CommonCode;
import io.quarry.plan.FunctionException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the pattern of {@code parse} may not hold: because the platform refuses it, or because its meaning is not settled. */
final class ParsePatterns {
    private static final Set<Type> WHOLE = Set.of(Type.INT, Type.LONG);

    private final Analysis analysis;

    ParsePatterns(Analysis analysis) {
        this.analysis = analysis;
    }

    /** True if nothing had to be reported of what follows what. */
    boolean isSound(List<ParsePiece> pattern) {
        boolean isSound = true;
        for (int i = 0; i < pattern.size(); i++) {
            isSound &= pattern.get(i) instanceof ParsePiece.Constant constant
                    ? isSound(constant)
                    : i == 0 || canFollow(pattern.get(i - 1), pattern.get(i));
        }
        return isSound;
    }

    private boolean isSound(ParsePiece.Constant constant) {
        if (constant.text().isEmpty()) {
            analysis.unsupported(constant.span(), "an empty string in the pattern");
        }
        return !constant.text().isEmpty();
    }

    /** A star or a column after what stands before it. */
    private boolean canFollow(ParsePiece previous, ParsePiece piece) {
        if (previous instanceof ParsePiece.Constant) {
            return true;
        }
        if (previous instanceof ParsePiece.Skip) {
            analysis.report(
                    CommonCode.SYNTAX,
                    previous.span(),
                    "'*' ends at a string, and " + (piece instanceof ParsePiece.Skip ? "another '*'" : "a column")
                            + " follows");
            return false;
        }
        ParsePiece.Column column = (ParsePiece.Column) previous;
        if (column.type() == Type.STRING) {
            analysis.report(
                    CommonCode.SYNTAX,
                    piece.span(),
                    "the text column '" + column.name().name() + "' ends at a string, and none follows");
            return false;
        }
        if (piece instanceof ParsePiece.Skip && WHOLE.contains(column.type())) {
            return true;
        }
        if (piece instanceof ParsePiece.Skip) {
            analysis.unsupported(piece.span(), "'*' after a " + column.type().label());
        } else {
            analysis.report(CommonCode.SYNTAX, piece.span(), "a string has to stand between two columns");
        }
        return false;
    }

    /** True if nothing had to be reported of regular expressions with texts, whole numbers and times between them. */
    boolean areRegexes(List<ParsePiece> pattern) {
        boolean are = true;
        for (ParsePiece piece : pattern) {
            if (piece instanceof ParsePiece.Constant constant) {
                are &= isRegex(constant);
            } else if (piece instanceof ParsePiece.Column column
                    && column.type() != Type.STRING
                    && column.type() != Type.DATETIME
                    && !WHOLE.contains(column.type())) {
                analysis.unsupported(column.span(), "a " + column.type().label() + " between regular expressions");
                are = false;
            }
        }
        return are;
    }

    private boolean isRegex(ParsePiece.Constant constant) {
        Optional<String> unsettled = RegexPattern.unsettled(constant.text());
        if (unsettled.isPresent()) {
            analysis.unsupported(constant.span(), unsettled.get());
            return false;
        }
        try {
            Regex.of(constant.text());
            return true;
        } catch (FunctionException refused) {
            analysis.report(KqlCode.INVALID_LITERAL, constant.span(), refused.getMessage());
            return false;
        }
    }
}
