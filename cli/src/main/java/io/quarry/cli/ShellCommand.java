package io.quarry.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** {@code quarry shell}: queries typed one after the other, or piped in. */
final class ShellCommand implements Command {
    private static final String BYTE_ORDER_MARK = "\ufeff";

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
        PipedQueries queries = new PipedQueries(shell);
        String line = in.readLine();
        if (line != null && line.startsWith(BYTE_ORDER_MARK)) {
            line = line.substring(1);
        }
        while (line != null && !shell.isOver()) {
            queries.add(line);
            line = shell.isOver() ? null : in.readLine();
        }
        return queries.finish();
    }
}
