package io.quarry.cli;

import java.io.IOException;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** One of quarry's commands. */
interface Command {
    /** The word on the command line. */
    String name();

    /** What it does, in one line. */
    String summary();

    /** The arguments as the help shows them: {@code [options] EVENTS...}. */
    String arguments();

    Options options();

    /**
     * Does it.
     *
     * @throws UsageException if the arguments or inputs are wrong
     * @throws io.quarry.plan.QueryException if a query, rule or pack is wrong
     * @throws IOException if an output cannot be written
     */
    ExitCode run(CommandLine arguments, Terminal terminal) throws IOException;
}
