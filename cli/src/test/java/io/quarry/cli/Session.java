package io.quarry.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a command line printed and how it ended, run in this process with no terminal attached. */
record Session(int exit, String out, String err) {
    /** The project's folder, wherever the tests run. */
    static final Path HOME = home();

    static Session run(String... arguments) {
        return piped("", arguments);
    }

    /** With a text as standard input. */
    static Session piped(String input, String... arguments) {
        return piped(input.getBytes(StandardCharsets.UTF_8), arguments);
    }

    /** With bytes as standard input, as the process sees it too: telemetry is read from there. */
    static Session piped(byte[] input, String... arguments) {
        InputStream before = System.in;
        InputStream in = new ByteArrayInputStream(input);
        System.setIn(in);
        try {
            return run(in, arguments);
        } finally {
            System.setIn(before);
        }
    }

    private static Session run(InputStream in, String... arguments) {
        System.setProperty("quarry.home", HOME.toString());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream outStream = new PrintStream(out, false, StandardCharsets.UTF_8);
        PrintStream errStream = new PrintStream(err, false, StandardCharsets.UTF_8);
        int exit = Main.run(arguments, Terminal.none(in, outStream, errStream));
        outStream.flush();
        errStream.flush();
        return new Session(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The bundled telemetry. */
    static String samples() {
        return HOME.resolve("samples").resolve("clickonce").toString();
    }

    private static Path home() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("packs"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
