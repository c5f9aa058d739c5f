package io.quarry.testing.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.aql.AqlReference;
import io.quarry.kql.KqlReference;
import io.quarry.plan.reference.Construct;
import io.quarry.plan.reference.LanguageReference;
import io.quarry.plan.reference.Support;
import io.quarry.sigma.SigmaReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages that say what of each language is supported; {@code -Dqt.update=true} writes them anew. */
class LanguagePagesTest {
    static Stream<LanguageReference> languages() {
        return Stream.of(KqlReference.instance(), AqlReference.instance(), SigmaReference.instance());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void thePageSaysWhatTheLanguageHas(LanguageReference language) throws IOException {
        Path page = Repository.folder()
                .resolve("docs/languages/" + language.language().toLowerCase(Locale.ROOT) + ".md");
        String text = page(language);
        if (Boolean.getBoolean("qt.update")) {
            Files.createDirectories(page.getParent());
            Files.writeString(page, text);
        }
        assertThat(page).as("out of date; -Dqt.update=true writes it").content().isEqualTo(text);
    }

    private static String page(LanguageReference language) {
        Map<String, StringBuilder> sections = new LinkedHashMap<>();
        Map<String, int[]> counts = new LinkedHashMap<>();
        for (Construct construct : language.constructs()) {
            boolean supported = language.support(construct) == Support.SUPPORTED;
            sections.computeIfAbsent(construct.kind(), kind -> new StringBuilder())
                    .append(row(construct, supported));
            int[] count = counts.computeIfAbsent(construct.kind(), kind -> new int[2]);
            count[0]++;
            count[1] += supported ? 1 : 0;
        }
        StringBuilder page = new StringBuilder("# " + language.language() + "\n\n")
                .append(
                        "What Quarry supports of the language, and what it refuses by name. Each line was tried out: a test")
                .append(
                        " compiles the example. To write this page anew, run `LanguagePagesTest` with `-Dqt.update=true`.\n")
                .append("\n| | supported | of |\n|---|---|---|\n");
        counts.forEach((kind, count) -> page.append("| [%s](#%s) | %d | %d |\n"
                .formatted(
                        heading(kind), heading(kind).toLowerCase(Locale.ROOT).replace(' ', '-'), count[1], count[0])));
        page.append(refused(language));
        sections.forEach((kind, rows) -> page.append("\n## " + heading(kind) + "\n\n| " + kind)
                .append(" | | how it is written | example |\n|---|---|---|---|\n")
                .append(rows));
        return page.toString();
    }

    /** All that is refused, in one place: what a reader looks for before relying on the language. */
    private static String refused(LanguageReference language) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        for (Construct construct : language.constructs()) {
            if (language.support(construct) == Support.REFUSED) {
                names.computeIfAbsent(construct.kind(), kind -> new ArrayList<>())
                        .add(code(construct.name()));
            }
        }
        StringBuilder list = new StringBuilder("\n## Refused\n\n")
                .append(
                        names.isEmpty()
                                ? "Nothing.\n"
                                : "What uses one of these does not run, and a message names it.\n\n");
        names.forEach((kind, refused) -> list.append("- " + heading(kind) + ": " + String.join(", ", refused) + "\n"));
        return list.toString();
    }

    private static String row(Construct construct, boolean supported) {
        String words = construct.doc() + (construct.differs().isEmpty() ? "" : " *" + construct.differs() + "*");
        return "| "
                + String.join(
                        " | ",
                        List.of(
                                code(construct.name()),
                                (supported ? "" : "**Refused.** ")
                                        + words.replace("|", "\\|").strip(),
                                code(construct.usage()),
                                supported ? code(construct.example()) : ""))
                + " |\n";
    }

    private static String code(String text) {
        return text.isEmpty() ? "" : "`" + text.replace("|", "\\|").replace("\n", " ") + "`";
    }

    private static String heading(String kind) {
        return Character.toUpperCase(kind.charAt(0)) + kind.substring(1) + "s";
    }
}
