package io.quarry.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.IntSupplier;

/** Where a command writes: results to {@link #out}, everything else to {@link #err}. */
final class Terminal {
    private static final int BUFFER = 1 << 16;

    private final PrintStream out;
    private final PrintStream err;
    private final boolean outIsTerminal;
    private final boolean errIsTerminal;
    private final boolean colored;
    private final IntSupplier columns;

    /** Two streams of which neither is a terminal. */
    static Terminal none(PrintStream out, PrintStream err) {
        return new Terminal(out, err, false, false, false, () -> TerminalSize.columns(Map.of(), false));
    }

    private Terminal(
            PrintStream out,
            PrintStream err,
            boolean outIsTerminal,
            boolean errIsTerminal,
            boolean colored,
            IntSupplier columns) {
        this.out = out;
        this.err = err;
        this.outIsTerminal = outIsTerminal;
        this.errIsTerminal = errIsTerminal;
        this.colored = colored;
        this.columns = columns;
    }

    /**
     * The terminal of this process. The launcher says in the properties {@code quarry.terminal.out} and
     * {@code quarry.terminal.err} which streams are terminals. Colours need one, and no {@code NO_COLOR}.
     */
    static Terminal ofProcess(Map<String, String> environment, StandardOutput standardOutput) {
        boolean outIsTerminal = Boolean.getBoolean("quarry.terminal.out");
        return new Terminal(
                new PrintStream(new BufferedOutputStream(standardOutput, BUFFER), false, StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                outIsTerminal,
                Boolean.getBoolean("quarry.terminal.err"),
                outIsTerminal
                        && environment.getOrDefault("NO_COLOR", "").isEmpty()
                        && !"dumb".equals(environment.get("TERM")),
                () -> TerminalSize.columns(environment, outIsTerminal));
    }

    PrintStream out() {
        return out;
    }

    PrintStream err() {
        return err;
    }

    boolean outIsTerminal() {
        return outIsTerminal;
    }

    boolean errIsTerminal() {
        return errIsTerminal;
    }

    /** How many characters fit side by side. */
    int columns() {
        return columns.getAsInt();
    }

    /** The text in a colour, where colours are shown. */
    String paint(Color color, String text) {
        return colored ? "\u001b[" + color.code + "m" + text + "\u001b[0m" : text;
    }

    /** The colours that commands use. */
    enum Color {
        BOLD("1"),
        RED("31"),
        GREEN("32"),
        YELLOW("33"),
        GREY("90");

        private final String code;

        Color(String code) {
            this.code = code;
        }
    }
}
