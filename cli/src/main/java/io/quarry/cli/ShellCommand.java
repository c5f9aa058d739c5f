package io.quarry.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** {@code quarry shell}: queries typed one after the other, or piped in. */
final class ShellCommand implements Command {
    @Override
    public String name() {
        return "shell";
    }

    @Override
    public String summary() {
        return "runs queries over telemetry as they are typed";
    }

    @Override
    public String arguments() {
        return "[options] EVENTS...";
    }

    @Override
    public Options options() {
        return Notes.addTo(SideOptions.addTo(new Options()
                .addOption(QueryText.language())
                .addOption(CommonOptions.platform())
                .addOption(CommonOptions.time("as-of", "what now() and ago() count from (default: the last event)"))
                .addOption(CommonOptions.time("from", "only events from this time on"))
                .addOption(CommonOptions.time("to", "only events up to this time"))
                .addOption(CommonOptions.format(RowForm.CHOICES))
                .addOption(CommonOptions.threads())
                .addOption(CommonOptions.timeLimit())
                .addOption(QueryText.parameter())));
    }

    @Override
    public ExitCode run(CommandLine arguments, Terminal terminal) throws IOException {
        Shell shell = new Shell(arguments, terminal);
        return terminal.inIsTerminal() && terminal.outIsTerminal() ? talk(shell, terminal) : read(shell, terminal);
    }

    private static ExitCode talk(Shell shell, Terminal terminal) throws IOException {
        terminal.err().println("Quarry " + Version.current() + "; .help shows what can be typed");
        try (Prompt prompt = Prompt.open(shell)) {
            while (!shell.isOver()) {
                prompt.read().ifPresentOrElse(shell::execute, shell::leave);
            }
        }
        return ExitCode.RAN;
    }

    /** The queries of standard input; the exit code is that of the worst. */
    private static ExitCode read(Shell shell, Terminal terminal) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8));
        ExitCode worst = ExitCode.RAN;
        StringBuilder text = new StringBuilder();
        String line = in.readLine();
        int linesBefore = 0;
        int lines = 1;
        while (line != null && !shell.isOver()) {
            text.append(text.isEmpty() ? "" : "\n").append(line);
            String next = in.readLine();
            if (Shell.isComplete(text.toString()) || next == null) {
                // Lines that are empty stand for those before, so that errors speak of the lines of the input.
                ExitCode exit = shell.execute("\n".repeat(linesBefore) + text);
                linesBefore = lines;
                worst = exit.value() > worst.value() ? exit : worst;
                text.setLength(0);
            }
            line = next;
            lines++;
        }
        return worst;
    }
}
