package io.quarry.cli;

import io.quarry.detect.pack.Packs;
import io.quarry.detect.packtest.PackTest;
import io.quarry.detect.packtest.ScenarioOutcome;
import io.quarry.detect.replay.ScheduleException;
import io.quarry.detect.side.GivenFiles;
import io.quarry.engine.run.StoppedException;
import io.quarry.plan.QueryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** {@code quarry test}: packs against their own scenarios. */
final class TestCommand implements Command {
    @Override
    public String name() {
        return "test";
    }

    @Override
    public String summary() {
        return "plays a pack's scenarios through every version of its detection";
    }

    @Override
    public String arguments() {
        return "[options] [PACKS...]";
    }

    @Override
    public Options options() {
        return SideOptions.addTo(new Options().addOption(CommonOptions.format("text (default), json, junit")));
    }

    @Override
    public ExitCode run(CommandLine arguments, Terminal terminal) throws IOException {
        String format = arguments.getOptionValue("f", "text");
        TestReport report =
                switch (format) {
                    case "text" -> new TestText(terminal);
                    case "json" -> new TestJson(terminal.out());
                    case "junit" -> new TestJunit(terminal.out());
                    default -> throw new UsageException("-f is '" + format + "', expected text, json or junit");
                };
        List<String> named = arguments.getArgList();
        List<Path> packs = new ArrayList<>();
        for (String folder : named.isEmpty() ? List.of(ShippedPacks.folder().toString()) : named) {
            addPacks(Path.of(folder), packs);
        }
        if (packs.isEmpty()) {
            throw new UsageException("no pack (a folder with a detection.yml) in " + String.join(", ", named));
        }
        GivenFiles files = SideOptions.files(arguments);
        Map<String, List<ScenarioOutcome>> outcomes = new LinkedHashMap<>();
        int broken = 0;
        for (Path folder : packs) {
            broken += isTested(folder, files, outcomes, terminal) ? 0 : 1;
        }
        report.write(outcomes);
        long failed = outcomes.values().stream()
                .flatMap(List::stream)
                .filter(outcome -> !outcome.isMet())
                .count();
        long all = outcomes.values().stream().mapToLong(List::size).sum();
        terminal.err()
                .println(all - failed + " of " + all + " scenarios passed"
                        + (broken == 0 ? "" : ", " + Words.count(broken, "pack") + " could not be tested"));
        if (broken > 0) {
            return ExitCode.WRONG_RULE;
        }
        return failed == 0 ? ExitCode.RAN : ExitCode.FINDINGS;
    }

    /** Plays one pack's scenarios; false, and said, if the pack is broken. */
    private static boolean isTested(
            Path folder, GivenFiles files, Map<String, List<ScenarioOutcome>> outcomes, Terminal terminal) {
        try {
            PackTest test = PackTest.of(Packs.read(folder), files);
            outcomes.put(test.pack().name(), test.run());
            return true;
        } catch (QueryException e) {
            e.diagnostics().forEach(diagnostic -> terminal.err().print(diagnostic.render()));
        } catch (StoppedException | ScheduleException e) {
            terminal.err().println(folder + ": " + e.getMessage());
        } catch (IOException e) {
            terminal.err().println(folder + ": " + Failures.describe(e));
        }
        return false;
    }

    private static void addPacks(Path folder, List<Path> packs) throws IOException {
        if (Packs.isPack(folder)) {
            packs.add(folder);
        } else if (Files.isDirectory(folder)) {
            try (Stream<Path> children = Files.list(folder)) {
                children.filter(Packs::isPack).sorted().forEach(packs::add);
            }
        } else {
            throw new UsageException(folder + ": not a pack, nor a folder of packs");
        }
    }
}
