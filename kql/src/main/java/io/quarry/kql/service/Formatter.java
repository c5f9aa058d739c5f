package io.quarry.kql.service;

import io.quarry.kql.diagnostic.Problems;
import io.quarry.kql.syntax.Lexeme;
import io.quarry.kql.syntax.Lexemes;
import io.quarry.kql.syntax.QueryParser;
import io.quarry.plan.Diagnostic;
import io.quarry.plan.Formatted;
import io.quarry.plan.SourceText;
import java.util.List;

/**
 * Lays queries out: one pipe a line, blanks where they help, nested pipes indented. Words and comments stay as they are and
 * in their order, so the meaning does, too; what is laid out already stays as it is.
 */
public final class Formatter {
    private Formatter() {}

    /** The text laid out. */
    public static Formatted format(SourceText source) {
        Problems problems = new Problems(source);
        QueryParser.parse(problems);
        List<Diagnostic> errors =
                problems.inOrder().stream().filter(Diagnostic::isError).toList();
        if (!errors.isEmpty()) {
            return new Formatted(source.text(), errors);
        }
        List<Lexeme> before = Lexemes.of(source);
        String text = new Layout(source, before).text();
        if (!words(Lexemes.of(new SourceText(source.name(), text))).equals(words(before))) {
            throw new IllegalStateException("formatting changed the words of " + source.text());
        }
        return new Formatted(text, List.of());
    }

    private static List<String> words(List<Lexeme> lexemes) {
        return lexemes.stream()
                .map(lexeme ->
                        lexeme.kind() == Lexeme.Kind.COMMENT ? lexeme.text().stripTrailing() : lexeme.text())
                .toList();
    }
}
