package io.quarry.bench.conformance;

import io.quarry.telemetry.read.InputException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The command {@code bench/conformance}: exits with 0 if nothing is wrong, 1 if something is, 3 if it was called wrongly. */
public final class Conformance {
    private static final List<Command> COMMANDS = List.of(
            new Command("evtx", List.of("ORACLE.jsonl.gz", "FOLDER"), EvtxConformance::run),
            new Command("kql", List.of("CASES.jsonl"), KqlCases::run),
            new Command("kql-corpus", List.of("CORPUS.jsonl"), KqlCorpus::run),
            new Command("aql-corpus", List.of("CORPUS.jsonl"), AqlCorpus::run),
            new Command("aql-sigma", List.of("CORPUS.jsonl", "RULES.tar.gz", "FOLDER"), AqlSigma::run));

    private Conformance() {}

    /**
     * One kind of run.
     *
     * @param arguments the paths that it takes, for the usage line
     */
    private record Command(String name, List<String> arguments, Run run) {
        boolean isCalledBy(String[] words) {
            return words.length == 1 + arguments.size() && words[0].equals(name);
        }

        String usage() {
            return "usage: bench/conformance " + name + " " + String.join(" ", arguments);
        }
    }

    /** Compares, and tells what differs. */
    private interface Run {
        Score run(List<Path> paths, PrintStream out) throws IOException;
    }

    public static void main(String[] words) {
        for (Command command : COMMANDS) {
            if (command.isCalledBy(words)) {
                System.exit(run(command, words));
            }
        }
        COMMANDS.forEach(command -> System.err.println(command.usage()));
        System.exit(3);
    }

    private static int run(Command command, String[] words) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<Path> paths =
                List.of(words).subList(1, words.length).stream().map(Path::of).toList();
        try {
            Score score = command.run().run(paths, out);
            out.println(score.line());
            return score.isPerfect() ? 0 : 1;
        } catch (IOException e) {
            System.err.println("cannot be read: " + e.getMessage());
            return 3;
        } catch (InputException e) {
            System.err.println(e.getMessage());
            return 3;
        }
    }
}
