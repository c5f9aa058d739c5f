package io.quarry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ScreenStreamTest {
    @Test
    void whatDrivesATerminalDoesNotReachIt() {
        assertThat(shown("a\u001b[2Jb\u0007\u009bc\u202ed")).isEqualTo("a [2Jb  c d");
        assertThat(shown("one\rtwo\r\n")).isEqualTo("one two\n");
    }

    @Test
    void textLinesAndOwnColoursDo() {
        assertThat(shown("naïve\t名 😀\n")).isEqualTo("naïve\t名 😀\n");
        assertThat(shown("\u001b[31mFAIL\u001b[0m\u001b[8m")).isEqualTo("\u001b[31mFAIL\u001b[0m [8m");
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        new PrintStream(ScreenStream.plain(screen), true, StandardCharsets.UTF_8).print("\u001b[31mFAIL");
        assertThat(screen.toString(StandardCharsets.UTF_8)).isEqualTo(" [31mFAIL");
    }

    private static String shown(String text) {
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(ScreenStream.coloured(screen), true, StandardCharsets.UTF_8);
        out.print(text);
        out.flush();
        return screen.toString(StandardCharsets.UTF_8);
    }
}
