package io.quarry.cli;

import io.quarry.aql.catalog.AqlReadings;
import io.quarry.aql.catalog.AqlSwitch;
import io.quarry.detect.pack.Pack;
import io.quarry.detect.pack.Packs;
import io.quarry.detect.reference.ReferenceFiles;
import io.quarry.detect.rule.QueryContext;
import io.quarry.detect.side.ExternalFiles;
import io.quarry.detect.side.ExternalFiles.Web;
import io.quarry.detect.side.GivenFiles;
import io.quarry.detect.side.WatchlistFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** The options that give queries files beside the telemetry, and decide how AQL is read. */
final class SideOptions {
    private static final String EXTERNAL = "external";
    private static final String WATCHLISTS = "watchlists";
    private static final String ALLOW_HTTP = "allow-http";
    private static final String REFERENCE = "reference";
    private static final String GEO = "geo";
    private static final String SWITCH = "aql-switch";

    private SideOptions() {}

    static Options addTo(Options options) {
        return options.addOption(Option.builder()
                        .longOpt(EXTERNAL)
                        .hasArg()
                        .argName("FOLDER|URL=FILE")
                        .desc("what externaldata reads: a folder of files by their names, or the file of one location")
                        .get())
                .addOption(Option.builder()
                        .longOpt(WATCHLISTS)
                        .hasArg()
                        .argName("FOLDER")
                        .desc("watchlists, as ALIAS.csv each with a line of names")
                        .get())
                .addOption(Option.builder()
                        .longOpt(ALLOW_HTTP)
                        .desc("let externaldata fetch what no file was given for")
                        .get())
                .addOption(Option.builder()
                        .longOpt(REFERENCE)
                        .hasArg()
                        .argName("FOLDER")
                        .desc("what AQL looks up: reference sets, maps and tables, assets, networks, names of QIDs")
                        .get())
                .addOption(Option.builder()
                        .longOpt(GEO)
                        .hasArg()
                        .argName("FILE")
                        .desc(
                                "where addresses are, for AQL's GEO functions and KQL's geo_info_from_ip_address: a file of MaxMind's (.mmdb)")
                        .get())
                .addOption(Option.builder()
                        .longOpt(SWITCH)
                        .hasArg()
                        .argName("NAME=on|off")
                        .desc("how AQL is read where its documentation leaves that open; once for each: "
                                + Arrays.stream(AqlSwitch.values())
                                        .map(AqlSwitch::name)
                                        .collect(Collectors.joining(", ")))
                        .get());
    }

    /** The files, or nothing known of them where none is given: for commands that only look at texts. */
    static QueryContext contextOrUnknown(CommandLine arguments) {
        return areGiven(arguments) ? files(arguments).context() : QueryContext.UNKNOWN.with(readings(arguments));
    }

    /**
     * What a file that is only checked is compiled with: as a part of the pack that it lies in, if it lies in one.
     *
     * @throws io.quarry.plan.QueryException if that pack is wrong
     */
    static QueryContext contextOrUnknown(CommandLine arguments, Path file) throws IOException {
        Optional<Path> folder = Packs.around(file);
        if (folder.isEmpty()) {
            return contextOrUnknown(arguments);
        }
        Pack pack = Packs.read(folder.get());
        return areGiven(arguments) ? pack.context(files(arguments)) : pack.contextToCheck(readings(arguments));
    }

    private static boolean areGiven(CommandLine arguments) {
        return Stream.of(EXTERNAL, WATCHLISTS, ALLOW_HTTP, REFERENCE, GEO).anyMatch(arguments::hasOption);
    }

    static GivenFiles files(CommandLine arguments) {
        Map<String, Path> byLocation = new LinkedHashMap<>();
        List<Path> folders = new ArrayList<>();
        for (String given : values(arguments, EXTERNAL)) {
            int equals = divider(given);
            if (equals < 0) {
                folders.add(folder(EXTERNAL, given));
            } else {
                byLocation.put(given.substring(0, equals), file(EXTERNAL, given.substring(equals + 1)));
            }
        }
        List<WatchlistFolder> watchlists = values(arguments, WATCHLISTS).stream()
                .map(given -> new WatchlistFolder(folder(WATCHLISTS, given)))
                .toList();
        Web web = arguments.hasOption(ALLOW_HTTP) ? Web.ALLOWED : Web.REFUSED;
        return new GivenFiles(
                new ExternalFiles(byLocation, folders, web), watchlists, reference(arguments), readings(arguments));
    }

    /** Where an address ends and a file begins, since both may have equals signs; negative for a folder. */
    private static int divider(String given) {
        int last = given.lastIndexOf('=');
        if (last < 0 || Files.isDirectory(Path.of(given))) {
            return -1;
        }
        for (int equals = given.indexOf('='); equals < last; equals = given.indexOf('=', equals + 1)) {
            if (Files.isRegularFile(Path.of(given.substring(equals + 1)))) {
                return equals;
            }
        }
        return last;
    }

    private static AqlReadings readings(CommandLine arguments) {
        AqlReadings readings = AqlReadings.STANDARD;
        for (String given : values(arguments, SWITCH)) {
            int equals = given.indexOf('=');
            if (equals < 0) {
                throw new UsageException("--" + SWITCH + " is '" + given + "', expected NAME=on or NAME=off");
            }
            try {
                readings = readings.with(given.substring(0, equals), given.substring(equals + 1));
            } catch (IllegalArgumentException e) {
                throw new UsageException("--" + SWITCH + ": " + e.getMessage());
            }
        }
        return readings;
    }

    private static ReferenceFiles reference(CommandLine arguments) {
        List<Path> folders = values(arguments, REFERENCE).stream()
                .map(given -> folder(REFERENCE, given))
                .toList();
        return new ReferenceFiles(
                folders, Optional.ofNullable(arguments.getOptionValue(GEO)).map(given -> file(GEO, given)));
    }

    private static Path file(String option, String given) {
        Path file = Path.of(given);
        if (!Files.isRegularFile(file)) {
            throw new UsageException("--" + option + ": there is no file " + file);
        }
        return file;
    }

    private static List<String> values(CommandLine arguments, String option) {
        String[] values = arguments.getOptionValues(option);
        return values == null ? List.of() : List.of(values);
    }

    private static Path folder(String option, String given) {
        Path folder = Path.of(given);
        if (!Files.isDirectory(folder)) {
            throw new UsageException("--" + option + " is '" + given + "', and there is no such folder");
        }
        return folder;
    }
}
