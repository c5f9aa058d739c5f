package io.quarry.cli;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Where a command reads and writes: results go to {@link #out}, everything else to {@link #err}. */
final class Terminal {
    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;
    private final PrintStream overwriting;
    private final boolean inIsTerminal;
    private final boolean outIsTerminal;
    private final boolean colored;
    private final IntSupplier columns;

    /** Streams of which none is a terminal. */
    static Terminal none(InputStream in, PrintStream out, PrintStream err) {
        Streams streams = new Streams(in, out, err);
        return new Terminal(streams, name -> false, false, () -> TerminalSize.columns(Map.of(), false));
    }

    private record Streams(InputStream in, PrintStream out, PrintStream err) {}

    private Terminal(Streams streams, Predicate<String> isTerminal, boolean colored, IntSupplier columns) {
        this.in = streams.in();
        this.out = streams.out();
        this.err = streams.err();
        this.inIsTerminal = isTerminal.test("in");
        this.outIsTerminal = isTerminal.test("out");
        this.overwriting = new PrintStream(
                isTerminal.test("err") ? new FileOutputStream(FileDescriptor.err) : OutputStream.nullOutputStream(),
                false,
                StandardCharsets.UTF_8);
        this.colored = colored;
        this.columns = columns;
    }

    /**
     * The terminal of this process. The launcher says in the properties {@code quarry.terminal.in}, {@code .out} and
     * {@code .err} which streams are terminals. Colours need one, and no {@code NO_COLOR}.
     */
    static Terminal ofProcess(Map<String, String> environment, StandardOutput standardOutput) {
        Predicate<String> isTerminal = stream -> Boolean.getBoolean("quarry.terminal." + stream);
        boolean outIsTerminal = isTerminal.test("out");
        return new Terminal(
                new Streams(
                        System.in,
                        new PrintStream(
                                screen(
                                        outIsTerminal,
                                        new BufferedOutputStream(standardOutput, BUFFER),
                                        ScreenStream::coloured),
                                false,
                                StandardCharsets.UTF_8),
                        new PrintStream(
                                screen(
                                        isTerminal.test("err"),
                                        new FileOutputStream(FileDescriptor.err),
                                        ScreenStream::plain),
                                true,
                                StandardCharsets.UTF_8)),
                isTerminal,
                outIsTerminal
                        && environment.getOrDefault("NO_COLOR", "").isEmpty()
                        && !"dumb".equals(environment.get("TERM")),
                () -> TerminalSize.columns(environment, outIsTerminal));
    }

    private static OutputStream screen(boolean isTerminal, OutputStream out, UnaryOperator<OutputStream> filter) {
        return isTerminal ? filter.apply(out) : out;
    }

    InputStream in() {
        return in;
    }

    PrintStream out() {
        return out;
    }

    /** A writer of rows to {@link #out}; closing it only flushes. */
    Writer writer() {
        OutputStream rows = screen(outIsTerminal, out, ScreenStream::plain);
        return new BufferedWriter(new OutputStreamWriter(rows, StandardCharsets.UTF_8)) {
            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    PrintStream err() {
        return err;
    }

    /** Writes over the line where the cursor of standard error's terminal stands; does nothing where that is none. */
    void overwrite(String line) {
        overwriting.print("\r" + line);
        overwriting.flush();
    }

    boolean inIsTerminal() {
        return inIsTerminal;
    }

    boolean outIsTerminal() {
        return outIsTerminal;
    }

    /** How many characters fit side by side. */
    int columns() {
        return columns.getAsInt();
    }

    /** The text in a colour, where colours are shown. */
    String paint(Color color, String text) {
        return colored ? color.begin + text + Color.END : text;
    }

    /** The colours that commands use. */
    enum Color {
        BOLD("1"),
        RED("31"),
        GREEN("32"),
        YELLOW("33"),
        GREY("90");

        private static final String END = "\u001b[0m";

        private final String begin;

        Color(String code) {
            this.begin = "\u001b[" + code + "m";
        }

        /** The length of what begins or ends a colour at that place of a text; 0 where nothing does. */
        static int lengthAt(String text, int index) {
            if (text.charAt(index) != END.charAt(0)) {
                return 0;
            }
            if (text.startsWith(END, index)) {
                return END.length();
            }
            for (Color color : values()) {
                if (text.startsWith(color.begin, index)) {
                    return color.begin.length();
                }
            }
            return 0;
        }
    }
}
