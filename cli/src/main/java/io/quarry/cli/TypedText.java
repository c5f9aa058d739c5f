package io.quarry.cli;

import io.quarry.data.Platform;
import io.quarry.plan.SourceText;
import io.quarry.plan.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What has been typed into a shell: a command, a query, or the beginning of one. A query ends with a semicolon at the end of a
 * line, or with an empty line. Neither ends it inside of brackets and texts, nor after statements that are for one to come:
 * declarations in KQL, results kept with {@code INTO} in AQL.
 */
final class TypedText {
    private static final Set<String> DECLARING = Set.of("let", "set", "declare", "alias", "restrict");
    private static final String FENCES = "```|~~~";

    private final String text;
    private final boolean isAql;
    private final List<Word> words;

    /** A word of either language; comments are none. */
    private record Word(String text, Span span) {}

    private TypedText(String text, boolean isAql, List<Word> words) {
        this.text = text;
        this.isAql = isAql;
        this.words = words;
    }

    /** @param platforms the platforms that queries are written for */
    static TypedText of(String text, List<Platform> platforms) {
        boolean isAql = platforms.equals(List.of(Platform.QRADAR));
        SourceText source = new SourceText("shell", text);
        return new TypedText(text, isAql, isCommand(text) ? List.of() : isAql ? aql(source) : kql(source));
    }

    private static List<Word> kql(SourceText source) {
        return io.quarry.kql.syntax.Lexemes.of(source).stream()
                .filter(word -> word.kind() != io.quarry.kql.syntax.Lexeme.Kind.COMMENT)
                .map(word -> new Word(word.text(), word.span()))
                .toList();
    }

    private static List<Word> aql(SourceText source) {
        return io.quarry.aql.syntax.Lexemes.of(source).stream()
                .filter(word -> !word.kind().isComment())
                .map(word -> new Word(word.text(), word.span()))
                .toList();
    }

    /** True for a line that begins with a dot. */
    static boolean isCommand(String text) {
        return text.stripLeading().startsWith(".");
    }

    /** True if it is to be carried out as it is. */
    boolean isComplete() {
        return text.isBlank() || isCommand(text) || endsWithSemicolon() || endsWithEmptyLine();
    }

    /** True if there are only blanks and comments. */
    boolean isEmpty() {
        return words.isEmpty() && !isCommand(text);
    }

    /** True if the query ends with its last word. */
    boolean endsWithSemicolon() {
        return !words.isEmpty() && last().equals(";") && !isOpen() && !isDeclaration();
    }

    /** True if the query ends with its last line. */
    boolean endsWithEmptyLine() {
        return !words.isEmpty()
                && text.matches("(?s).*\\R\\h*")
                && !isOpen()
                && !(last().equals(";") && isDeclaration());
    }

    /** The query as it is compiled: in AQL the last semicolon is the shell's. */
    String query() {
        if (!isAql || words.isEmpty() || !last().equals(";")) {
            return text;
        }
        Span semicolon = words.get(words.size() - 1).span();
        return text.substring(0, semicolon.start()) + " " + text.substring(semicolon.end());
    }

    private String last() {
        return words.get(words.size() - 1).text();
    }

    /** True inside of brackets, or of a text over several lines. */
    private boolean isOpen() {
        String last = last();
        boolean isText = last.matches("(?s)[hH]?(?:" + FENCES + ").*");
        return depths().get(words.size()) > 0
                || isText && (last.length() < 6 || !last.matches("(?s).*(?:" + FENCES + ")"));
    }

    /** How many brackets are open before each word, and after the last one. */
    private List<Integer> depths() {
        List<Integer> depths = new ArrayList<>(words.size() + 1);
        int depth = 0;
        depths.add(0);
        for (Word word : words) {
            depth += Set.of("(", "[", "{").contains(word.text())
                    ? 1
                    : Set.of(")", "]", "}").contains(word.text()) ? -1 : 0;
            depths.add(depth);
        }
        return depths;
    }

    /** True if the last statement, which a semicolon ends, is for one to come. */
    private boolean isDeclaration() {
        List<Integer> depths = depths();
        int end = words.size() - 1;
        int start = end;
        while (start > 0 && !(words.get(start - 1).text().equals(";") && depths.get(start - 1) == 0)) {
            start--;
        }
        List<Word> statement = words.subList(start, end);
        if (statement.isEmpty()) {
            return false;
        }
        return isAql
                ? statement.stream().anyMatch(word -> word.text().equalsIgnoreCase("into"))
                : DECLARING.contains(statement.get(0).text());
    }
}
