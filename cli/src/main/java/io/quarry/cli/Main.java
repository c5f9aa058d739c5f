package io.quarry.cli;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/** Finds the command, runs it, and turns what went wrong into a message and an exit code. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        StandardOutput standardOutput = new StandardOutput();
        Terminal terminal = Terminal.ofProcess(System.getenv(), standardOutput);
        int exit;
        try {
            exit = run(arguments, terminal);
            terminal.out().flush();
        } catch (StandardOutput.NotReadException e) {
            exit = ExitCode.RAN.value();
        }
        if (standardOutput.failure().isPresent()) {
            terminal.err()
                    .println("quarry: the output could not be written: "
                            + standardOutput.failure().get());
            exit = ExitCode.WRONG_USAGE.value();
        }
        terminal.err().flush();
        System.exit(exit);
    }

    /** Runs a command line; the result is the exit code. */
    static int run(String[] arguments, Terminal terminal) {
        List<Command> commands = List.of(
                new HuntCommand(),
                new QueryCommand(),
                new ExplainCommand(),
                new CheckCommand(),
                new FormatCommand(),
                new ShellCommand(),
                new TestCommand());
        if (arguments.length == 0 || List.of("help", "-h", "--help").contains(arguments[0])) {
            overview(commands, arguments.length == 0 ? terminal.err() : terminal.out());
            return (arguments.length == 0 ? ExitCode.WRONG_USAGE : ExitCode.RAN).value();
        }
        if (arguments[0].equals("--version")) {
            terminal.out().println("quarry " + Version.current());
            return ExitCode.RAN.value();
        }
        for (Command command : commands) {
            if (command.name().equals(arguments[0])) {
                return run(command, Arrays.copyOfRange(arguments, 1, arguments.length), terminal)
                        .value();
            }
        }
        terminal.err()
                .println("quarry: no command '" + arguments[0] + "'; expected one of "
                        + String.join(", ", commands.stream().map(Command::name).toList()));
        return ExitCode.WRONG_USAGE.value();
    }

    private static ExitCode run(Command command, String[] arguments, Terminal terminal) {
        Options options = command.options();
        options.addOption(
                Option.builder("h").longOpt("help").desc("show this help").get());
        return Failures.reported(command.name(), terminal, () -> {
            CommandLine parsed;
            try {
                parsed = new DefaultParser().parse(options, arguments);
            } catch (ParseException e) {
                throw new UsageException(e.getMessage() + "; --help lists the options");
            }
            if (parsed.hasOption("h")) {
                help(command, options, terminal);
                return ExitCode.RAN;
            }
            return command.run(parsed, terminal);
        });
    }

    private static void overview(List<Command> commands, java.io.PrintStream to) {
        to.println("Quarry runs, checks and tests SIEM detections (KQL, AQL, Sigma) over raw telemetry.");
        to.println();
        for (Command command : commands) {
            to.printf("  quarry %-7s %s%n", command.name(), command.summary());
        }
        to.println();
        to.println("'quarry COMMAND --help' shows a command's options.");
    }

    private static void help(Command command, Options options, Terminal terminal) {
        terminal.out().println("usage: quarry " + command.name() + " " + command.arguments());
        terminal.out().println("Quarry " + command.name() + " " + command.summary() + ".");
        terminal.out().println();
        for (Option option : options.getOptions()) {
            String letter = option.getOpt() == null ? "    " : "-" + option.getOpt() + ", ";
            String argument = option.hasArg() ? " " + option.getArgName() : "";
            terminal.out()
                    .printf("  %-32s %s%n", letter + "--" + option.getLongOpt() + argument, option.getDescription());
        }
    }
}
