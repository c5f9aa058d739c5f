package io.quarry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.plan.Completion;
import io.quarry.plan.Span;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.ParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellCompletionsTest {
    @TempDir
    private Path folder;

    @Test
    void queriesAreCompletedInTheirLanguage() throws ParseException {
        assertThat(at("SecurityEvent | where Acc")).contains("Account");
        assertThat(at("DeviceProcessEvents | where FileN")).containsExactly("FileName");
        assertThat(at("SELECT sourcei", "-l", "aql"))
                .contains("sourceip", "\"SourceIp\"")
                .doesNotContain("qid");
        assertThat(at("SELECT DateF", "-l", "aql")).containsExactly("DATEFORMAT");
    }

    @Test
    void commandsAndWhatTheyAreAboutAreCompleted() throws ParseException {
        assertThat(at(".")).contains(".tables", ".load");
        assertThat(at(".sch")).containsExactly(".schema");
        assertThat(at(".schema DeviceProc")).containsExactly("DeviceProcessEvents");
        assertThat(at(".schema ev", "-l", "aql")).containsExactly("events");
        assertThat(at(".platform s")).containsExactly("sentinel");
        assertThat(at(".format ")).contains("csv", "vertical");
        assertThat(at(".limit ")).isEmpty();
    }

    @Test
    void pathsAreCompleted() throws IOException, ParseException {
        Files.createDirectories(folder.resolve("logs"));
        Files.writeString(folder.resolve("log.json"), "");
        Files.writeString(folder.resolve("log 2.json"), "");
        assertThat(at(".load " + folder + "/lo")).containsExactly(folder + "/log.json", folder + "/logs/");
        assertThat(at(".load a.json \"" + folder + "/log ")).containsExactly(folder + "/log 2.json");
        assertThat(at(".load " + folder + "/none/")).isEmpty();
    }

    @Test
    void theWordAtTheCursorIsReplaced() throws ParseException {
        List<Completion> found = ShellCompletions.at(shell(), ".schema DeviceProc", 18);
        assertThat(found).extracting(Completion::replaces).containsExactly(new Span(8, 18));
    }

    private static List<String> at(String text, String... arguments) throws ParseException {
        return ShellCompletions.at(shell(arguments), text, text.length()).stream()
                .map(Completion::text)
                .toList();
    }

    private static Shell shell(String... arguments) throws ParseException {
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
        return new Shell(
                new DefaultParser().parse(new ShellCommand().options(), arguments),
                Terminal.none(new ByteArrayInputStream(new byte[0]), nowhere, nowhere));
    }
}
