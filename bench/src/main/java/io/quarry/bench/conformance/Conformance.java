package io.quarry.bench.conformance;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The command {@code bench/conformance}: exits with 0 if all is equal, 1 if not, 3 if it was called wrongly. */
public final class Conformance {
    private static final String USAGE = "usage: bench/conformance evtx ORACLE.jsonl.gz FOLDER";

    private Conformance() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (arguments.length != 3 || !arguments[0].equals("evtx")) {
            System.err.println(USAGE);
            System.exit(3);
        }
        try {
            Score score = EvtxConformance.run(Path.of(arguments[1]), Path.of(arguments[2]), out);
            out.println(score.line());
            System.exit(score.isPerfect() ? 0 : 1);
        } catch (IOException e) {
            System.err.println(e);
            System.exit(3);
        }
    }
}
