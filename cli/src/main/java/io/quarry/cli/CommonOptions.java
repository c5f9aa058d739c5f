package io.quarry.cli;

import io.quarry.cli.output.OutputFormat;
import io.quarry.data.Platform;
import io.quarry.data.Ticks;
import io.quarry.detect.replay.Replay;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;

/** Options that several commands have, and how their values are read. */
final class CommonOptions {
    /** Ten years. */
    private static final double LONGEST_TIMEOUT = 10 * 365 * 86_400.0;

    private CommonOptions() {}

    static Option platform() {
        return Option.builder()
                .longOpt("platform")
                .hasArg()
                .argName("NAME")
                .desc("only for this platform: " + platformNames())
                .get();
    }

    static Option format(String choices) {
        return Option.builder("f")
                .longOpt("format")
                .hasArg()
                .argName("FORMAT")
                .desc("form of the output: " + choices)
                .get();
    }

    static Option output() {
        return Option.builder("o")
                .longOpt("output")
                .hasArg()
                .argName("FILE")
                .desc("write the results to a file instead of standard output")
                .get();
    }

    static Option threads() {
        return Option.builder()
                .longOpt("threads")
                .hasArg()
                .argName("N")
                .desc("threads that read and compute (default 2)")
                .get();
    }

    static Option timeLimit() {
        return Option.builder()
                .longOpt("timeout")
                .hasArg()
                .argName("SECONDS")
                .desc("stop a query after that long (default 600, as the portals do)")
                .get();
    }

    static Duration timeLimit(CommandLine arguments) {
        String text = arguments.getOptionValue("timeout", "600");
        try {
            double seconds = Double.parseDouble(text);
            if (seconds > 0 && seconds <= LONGEST_TIMEOUT) {
                return Duration.ofMillis(Math.round(seconds * 1000));
            }
        } catch (NumberFormatException e) {
            // falls through to the message, which is the same for all that is no such number
        }
        throw new UsageException("--timeout is '" + text + "', expected seconds, more than 0");
    }

    static Option time(String name, String description) {
        return Option.builder()
                .longOpt(name)
                .hasArg()
                .argName("TIME")
                .desc(description)
                .get();
    }

    /** The named platform, or all. */
    static Set<Platform> platforms(CommandLine arguments) {
        String name = arguments.getOptionValue("platform");
        return name == null
                ? EnumSet.allOf(Platform.class)
                : EnumSet.of(Platform.ofLabel(name)
                        .orElseThrow(() -> new UsageException(
                                "--platform is '" + name + "', expected one of " + platformNames())));
    }

    static OutputFormat rowFormat(CommandLine arguments) {
        String name = arguments.getOptionValue("f", "table");
        return OutputFormat.ofLabel(name)
                .orElseThrow(() -> new UsageException("-f is '" + name + "', expected " + OutputFormat.LABELS));
    }

    static int threads(CommandLine arguments) {
        String text = arguments.getOptionValue("threads", "2");
        try {
            int threads = Integer.parseInt(text);
            if (threads >= 1 && threads <= 1024) {
                return threads;
            }
        } catch (NumberFormatException e) {
            // falls through to the message, which is the same for all that is no such number
        }
        throw new UsageException("--threads is '" + text + "', expected a number from 1 to 1024");
    }

    static Replay.Bounds bounds(CommandLine arguments) {
        OptionalLong from = ticks(arguments, "from");
        OptionalLong to = ticks(arguments, "to");
        if (from.isPresent() && to.isPresent() && from.getAsLong() > to.getAsLong()) {
            throw new UsageException("--from is later than --to");
        }
        return new Replay.Bounds(ticks(arguments, "as-of"), from, to);
    }

    /** A point in time as a date, a date and time (UTC unless it names an offset), in ticks. */
    private static OptionalLong ticks(CommandLine arguments, String option) {
        String text = arguments.getOptionValue(option);
        if (text == null) {
            return OptionalLong.empty();
        }
        try {
            OptionalLong ticks = Ticks.ofForeign(instant(text.replace(' ', 'T')));
            if (ticks.isPresent()) {
                return ticks;
            }
        } catch (DateTimeException e) {
            // falls through to the message, which is the same for all that is no such time
        }
        throw new UsageException("--" + option + " is '" + text
                + "', expected a time such as 2026-03-02T14:00:00Z or a date such as 2026-03-02 (UTC)");
    }

    private static Instant instant(String text) {
        if (text.indexOf('T') < 0) {
            return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        if (text.endsWith("Z") || text.matches(".*[+-]\\d\\d:?\\d\\d")) {
            return OffsetDateTime.parse(text).toInstant();
        }
        return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }

    /** Refuses an output file that cannot be, before the work is done. */
    static void requireWritableOutput(CommandLine arguments) {
        String file = arguments.getOptionValue("o");
        if (file == null) {
            return;
        }
        Path folder = Path.of(file).toAbsolutePath().getParent();
        if (Files.isDirectory(Path.of(file))) {
            throw new UsageException("-o is " + file + ", which is a folder; expected a file");
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw new UsageException("-o is " + file + ", but there is no folder " + folder);
        }
    }

    /** Where results go; closing it closes a file, and only flushes standard output. */
    static Writer results(CommandLine arguments, Terminal terminal) throws IOException {
        String file = arguments.getOptionValue("o");
        if (file != null) {
            return Files.newBufferedWriter(Path.of(file), StandardCharsets.UTF_8);
        }
        return terminal.writer();
    }

    /** What {@link #results} leads to. */
    static RowOutput.Destination destination(CommandLine arguments, Terminal terminal) {
        return arguments.hasOption("o")
                ? new RowOutput.Destination(RowOutput.Destination.Kind.ELSEWHERE, terminal.columns())
                : RowOutput.Destination.standard(terminal);
    }

    private static String platformNames() {
        return Arrays.stream(Platform.values()).map(Platform::label).collect(Collectors.joining(", "));
    }
}
