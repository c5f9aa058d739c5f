package io.quarry.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** How many characters fit side by side. */
final class TerminalSize {
    private static final int USUAL = 80;

    private TerminalSize() {}

    /** What {@code COLUMNS} says, else the terminal, else {@value #USUAL}. */
    static int columns(Map<String, String> environment, boolean isTerminal) {
        String said = environment.getOrDefault("COLUMNS", "");
        if (said.matches("[1-9][0-9]{0,4}")) {
            return Integer.parseInt(said);
        }
        return isTerminal ? ask() : USUAL;
    }

    private static int ask() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .start();
            String answer = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return answer.matches("[0-9]+ [1-9][0-9]{0,4}")
                    ? Integer.parseInt(answer.substring(answer.indexOf(' ') + 1))
                    : USUAL;
        } catch (IOException noSuchProgram) {
            return USUAL;
        }
    }
}
