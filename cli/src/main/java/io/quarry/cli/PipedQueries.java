package io.quarry.cli;

/**
 * Queries and commands that come line by line through a pipe. There the lines after an empty one are known, so that a query
 * goes on if they begin with its next pipe, or with a comment before that.
 */
final class PipedQueries {
    private final Shell shell;
    private final StringBuilder text = new StringBuilder();
    private int lines;
    private int linesBefore;
    private boolean ended;
    private ExitCode worst = ExitCode.RAN;

    PipedQueries(Shell shell) {
        this.shell = shell;
    }

    /** Takes the next line, and carries out what it completes. */
    void add(String line) {
        String next = line.stripLeading();
        boolean mayGoOn = next.isEmpty() || next.startsWith("|") || next.startsWith("//");
        if (ended && !mayGoOn || next.startsWith(".") && isEmpty()) {
            run();
        }
        text.append(lines == linesBefore ? "" : "\n").append(line);
        lines++;
        if (ended && next.startsWith("//")) {
            return;
        }
        if (next.isEmpty() || line.contains(";") || TypedText.isCommand(text.toString())) {
            TypedText typed = shell.typed(text.toString());
            ended = typed.endsWithEmptyLine();
            if (typed.isComplete() && !ended && !typed.isEmpty()) {
                run();
            }
        }
    }

    /** Carries out what is left; the exit code is that of the worst. */
    ExitCode finish() {
        run();
        return worst;
    }

    private boolean isEmpty() {
        return shell.typed(text.toString()).isEmpty();
    }

    private void run() {
        // Lines that are empty stand for those before, so that errors speak of the lines of the input.
        worst = ExitCode.worse(worst, shell.execute("\n".repeat(linesBefore) + text));
        text.setLength(0);
        linesBefore = lines;
        ended = false;
    }
}
