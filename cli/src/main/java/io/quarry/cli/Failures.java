package io.quarry.cli;

import io.quarry.detect.replay.ScheduleException;
import io.quarry.engine.run.StoppedException;
import io.quarry.engine.run.StoppedException.Reason;
import io.quarry.plan.QueryException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Words for what went wrong, and what the operating system refused. */
final class Failures {
    private Failures() {}

    /** Something that can fail. */
    interface Attempt {
        ExitCode run() throws IOException;
    }

    /** Tries it, and turns what went wrong into a message and an exit code. */
    static ExitCode reported(String command, Terminal terminal, Attempt attempt) {
        String who = "quarry " + command + ": ";
        try {
            return attempt.run();
        } catch (QueryException e) {
            e.diagnostics().forEach(diagnostic -> terminal.err().print(diagnostic.render()));
            return ExitCode.WRONG_RULE;
        } catch (IOException | java.io.UncheckedIOException e) {
            terminal.err().println(who + describe(e));
        } catch (UsageException | StoppedException | ScheduleException e) {
            terminal.err().println(who + withAdvice(e));
        } catch (OutOfMemoryError e) {
            terminal.err()
                    .println(who
                            + "out of memory; give Java more with QUARRY_JAVA_OPTS=-Xmx8g, or hunt over less at once");
        } catch (StandardOutput.NotReadException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            terminal.err().println(who + "a defect of Quarry, please report it with this text:");
            e.printStackTrace(terminal.err());
        }
        return ExitCode.WRONG_USAGE;
    }

    /** What was refused or stopped, and how to give it more memory where it lacks that. */
    static String withAdvice(RuntimeException failure) {
        boolean lacksMemory = failure instanceof StoppedException stopped && stopped.reason() == Reason.MEMORY;
        return failure.getMessage()
                + (lacksMemory ? "; or give Java more with QUARRY_JAVA_OPTS=-Xmx8g, half of which is the budget" : "");
    }

    /** {@code FILE: no such file or folder}, {@code FILE: permission denied}, or what the system says. */
    static String describe(Exception failure) {
        Throwable cause = failure instanceof java.io.UncheckedIOException ? failure.getCause() : failure;
        if (cause instanceof NoSuchFileException missing) {
            return missing.getFile() + ": no such file or folder";
        }
        if (cause instanceof AccessDeniedException denied) {
            return denied.getFile() + ": permission denied";
        }
        if (cause instanceof FileSystemException refused && refused.getReason() != null) {
            return refused.getFile() + ": " + refused.getReason();
        }
        return cause instanceof IOException && cause.getMessage() != null ? cause.getMessage() : cause.toString();
    }
}
