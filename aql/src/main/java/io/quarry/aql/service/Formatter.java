package io.quarry.aql.service;

import io.quarry.aql.diagnostic.Findings;
import io.quarry.aql.syntax.Lexeme;
import io.quarry.aql.syntax.Lexemes;
import io.quarry.aql.syntax.QueryParser;
import io.quarry.plan.Diagnostic;
import io.quarry.plan.Formatted;
import io.quarry.plan.SourceText;
import java.util.List;
import java.util.Locale;

/**
 * Lays queries out: one clause a line, keywords in upper case, blanks where they help, inner queries indented. Names, texts
 * and comments stay as they are and in their order, so the meaning does, too; what is laid out already stays as it is.
 */
public final class Formatter {
    private Formatter() {}

    /** The text laid out. */
    public static Formatted format(SourceText source) {
        Findings findings = new Findings(source);
        QueryParser.parse(findings);
        List<Diagnostic> errors =
                findings.inOrder().stream().filter(Diagnostic::isError).toList();
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
        return lexemes.stream().map(Formatter::shown).toList();
    }

    /** A word as it is written in a laid out text. */
    static String shown(Lexeme word) {
        return switch (word.kind()) {
            case KEYWORD -> word.text().toUpperCase(Locale.ROOT);
            case LINE_COMMENT -> word.text().stripTrailing();
            case NAME, TEXT, NUMBER, SYMBOL, BLOCK_COMMENT -> word.text();
        };
    }
}
