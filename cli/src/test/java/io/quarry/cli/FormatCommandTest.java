package io.quarry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatCommandTest {
    @TempDir
    private Path folder;

    @Test
    void aQueryIsPrintedCheckedAndRewritten() throws IOException {
        Path file = Files.writeString(folder.resolve("q.kql"), "T|where a==1");
        String formatted = "T\n| where a == 1\n";
        assertThat(Session.run("fmt", file.toString()).out()).isEqualTo(formatted);
        assertThat(Session.run("fmt", "--check", file.toString())).isEqualTo(new Session(1, file + "\n", ""));
        assertThat(file).hasContent("T|where a==1");
        assertThat(Session.run("fmt", "--write", file.toString()).exit()).isZero();
        assertThat(file).content().isEqualTo(formatted);
        assertThat(Session.run("fmt", "--check", file.toString())).isEqualTo(new Session(0, "", ""));
    }

    @Test
    void theEndingSaysTheLanguage() throws IOException {
        Path file = Files.writeString(folder.resolve("q.aql"), "select qid from events last 5 minutes");
        assertThat(Session.run("fmt", file.toString()).out()).isEqualTo("SELECT qid\nFROM events\nLAST 5 MINUTES\n");
        Path rule = Files.writeString(folder.resolve("rule.yml"), "title: x");
        assertThat(Session.run("fmt", rule.toString()).exit()).isEqualTo(3);
    }

    @Test
    void aBrokenQueryStaysAsItIs() throws IOException {
        Path file = Files.writeString(folder.resolve("q.kql"), "T|where (a");
        Session session = Session.run("fmt", "--write", file.toString());
        assertThat(session.exit()).isEqualTo(2);
        assertThat(session.err()).contains(":1:").contains("[SYNTAX]");
        assertThat(file).hasContent("T|where (a");
    }

    @Test
    void aMissingFileDoesNotKeepOthersFromBeingPrinted() throws IOException {
        Path file = Files.writeString(folder.resolve("a.kql"), "print   1");
        Session session = Session.run("fmt", folder.resolve("missing.kql").toString(), file.toString());
        assertThat(session.exit()).isEqualTo(3);
        assertThat(session.out()).isEqualTo("print 1\n");
        assertThat(session.err()).contains("missing.kql: no such file or folder");
    }

    @Test
    void aFileKeepsItsEncodingAndItsEndsOfLines() throws IOException {
        byte[] text = "\uFEFFT|where a == 'é'\r\n".getBytes(StandardCharsets.UTF_16LE);
        Path file = Files.write(folder.resolve("q.kql"), text);
        assertThat(Session.run("fmt", "--write", file.toString()).exit()).isZero();
        assertThat(Files.readString(file, StandardCharsets.UTF_16LE)).isEqualTo("\uFEFFT\r\n| where a == 'é'\r\n");
        assertThat(Session.run("fmt", "--check", file.toString())).isEqualTo(new Session(0, "", ""));
        assertThat(folder).isDirectoryNotContaining(other -> !other.equals(file));
    }

    @Test
    void theQueriesOfAFolderAreLaidOut() throws IOException {
        Files.createDirectories(folder.resolve("sub"));
        Path good = Files.writeString(folder.resolve("good.kql"), "print 1\n");
        Path other = Files.writeString(folder.resolve("sub/other.aql"), "select qid from events last 1 hours");
        Path broken = Files.writeString(folder.resolve("sub/broken.kql"), "print (");
        Files.writeString(folder.resolve("rule.yml"), "title: x");
        Session session = Session.run("fmt", "--check", folder.toString());
        assertThat(session.exit()).isEqualTo(2);
        assertThat(session.out()).isEqualTo(other + "\n");
        assertThat(session.err()).contains(broken + ":1:").doesNotContain(good.toString(), "rule.yml");
        assertThat(Session.run("fmt", "--write", folder.toString()).exit()).isEqualTo(2);
        assertThat(other).hasContent("SELECT qid\nFROM events\nLAST 1 HOURS\n");
        Path empty = Files.createDirectories(folder.resolve("sub/empty"));
        assertThat(Session.run("fmt", empty.toString()).err()).contains("no query in " + empty);
    }

    @Test
    void wrongUsageIsSaid() {
        assertThat(Session.run("fmt").exit()).isEqualTo(3);
        assertThat(Session.run("fmt", "--check", "--write", "x").exit()).isEqualTo(3);
        assertThat(Session.run("fmt", "no-such-file.kql").exit()).isEqualTo(3);
    }
}
