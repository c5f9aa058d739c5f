package io.quarry.testing.qt;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.aql.AqlReference;
import io.quarry.aql.syntax.Lexeme;
import io.quarry.aql.syntax.Lexemes;
import io.quarry.plan.SourceText;
import io.quarry.plan.reference.Construct;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every construct of AQL that the language page lists has its cases with answers, and every file of cases says what it is based
 * on.
 */
class AqlCasesTest {
    private static final Path CASES = Path.of("src/test/resources/cases/aql");
    private static final int FEWEST = 3;

    @Test
    void everyConstructHasThreeCases() throws IOException {
        Map<QtQuery.Answer, List<List<Lexeme>>> queries = queries();
        List<String> lacking = new ArrayList<>();
        for (Construct construct : constructs()) {
            QtQuery.Answer answer = isRefused(construct) ? QtQuery.Answer.ERROR : QtQuery.Answer.ROWS;
            for (String name : construct.name().split(", | and ")) {
                List<String> words = words(construct.kind(), name);
                long uses = uses(queries.get(answer), words);
                if (uses < FEWEST && !words.isEmpty()) {
                    lacking.add(construct.kind() + " " + name + ": " + uses);
                }
            }
        }
        assertThat(lacking).as("constructs with too few cases").isEmpty();
    }

    @Test
    void whatNoCaseUsesIsNotCounted() throws IOException {
        List<List<Lexeme>> answered = queries().get(QtQuery.Answer.ROWS);
        assertThat(uses(answered, words("clause", "EXPLICIT TIMEOUT"))).isZero();
        assertThat(uses(answered, words("look-up", "NO_SUCH_NAME"))).isZero();
        assertThat(uses(answered, words("look-up", "GEO::LOOKUP_BY_DOMAIN"))).isZero();
        assertThat(uses(answered, words("aggregate function", "MAX"))).isGreaterThan(FEWEST);
    }

    /** The queries of all cases, by whether an error or an answer is expected: rows, or the plan that gives them. */
    private static Map<QtQuery.Answer, List<List<Lexeme>>> queries() throws IOException {
        Map<QtQuery.Answer, List<List<Lexeme>>> queries = new EnumMap<>(QtQuery.Answer.class);
        for (Path file : files()) {
            for (QtCase one :
                    QtParser.parse(file.toString(), Files.readString(file)).cases()) {
                for (QtQuery query : one.queries()) {
                    if (query.dialect() instanceof AqlDialect) {
                        boolean isError = query.answer() == QtQuery.Answer.ERROR;
                        queries.computeIfAbsent(
                                        isError ? query.answer() : QtQuery.Answer.ROWS, answer -> new ArrayList<>())
                                .add(Lexemes.of(new SourceText("case", query.text())));
                    }
                }
            }
        }
        return queries;
    }

    /** True for what may be checked and not run, so that no case of it has rows. */
    private static boolean isRefused(Construct construct) {
        return construct.differs().contains("running it is refused");
    }

    @Test
    void everyFileNamesTheParagraphsOfTheReference() throws IOException {
        for (Path file : files()) {
            assertThat(Files.readString(file).lines().takeWhile(line -> line.startsWith("#")))
                    .as(file.toString())
                    .anyMatch(line -> line.matches(".*\\(reference [0-9].*"));
        }
    }

    /** Without the readings, which no query writes; SwitchesTest tells them apart. */
    private static List<Construct> constructs() {
        return AqlReference.instance().constructs().stream()
                .filter(construct -> !construct.kind().equals("reading"))
                .toList();
    }

    /** The words that stand one after the other where a construct is used; none for a name that is prose. */
    private static List<String> words(String kind, String name) {
        String text = name.replace("...)", "").replace("...", "");
        if (text.isBlank() || Character.isLowerCase(text.charAt(0))) {
            return List.of();
        }
        List<String> words = new ArrayList<>();
        Lexemes.of(new SourceText("name", text)).forEach(lexeme -> words.add(lexeme.text()));
        if (kind.endsWith("function") || kind.equals("look-up")) {
            words.add("(");
        }
        return words;
    }

    private static long uses(List<List<Lexeme>> queries, List<String> words) {
        return queries.stream().filter(query -> isIn(query, words)).count();
    }

    private static boolean isIn(List<Lexeme> query, List<String> words) {
        List<Lexeme> code =
                query.stream().filter(lexeme -> !lexeme.kind().isComment()).toList();
        for (int at = 0; at + words.size() <= code.size(); at++) {
            int matched = 0;
            while (matched < words.size() && is(code.get(at + matched), words.get(matched))) {
                matched++;
            }
            if (matched == words.size()) {
                return true;
            }
        }
        return false;
    }

    /** In names of constructs, a text stands for any text. */
    private static boolean is(Lexeme lexeme, String word) {
        return word.startsWith("'")
                ? lexeme.kind() == Lexeme.Kind.TEXT
                : lexeme.text().equalsIgnoreCase(word);
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(CASES)) {
            return files.filter(file -> file.toString().endsWith(".qt"))
                    .sorted()
                    .toList();
        }
    }
}
