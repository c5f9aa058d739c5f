package io.quarry.cli;

import io.quarry.data.Field;
import io.quarry.data.Platform;
import io.quarry.data.Schema;
import io.quarry.data.TableName;
import io.quarry.kql.catalog.KqlCatalog;
import io.quarry.telemetry.view.Views;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands of the shell: lines that begin with a dot. */
final class ShellCommands {
    /** What completion offers. */
    static final List<String> NAMES =
            List.of(".exit", ".format", ".help", ".limit", ".load", ".platform", ".quit", ".schema", ".tables");

    /** The platforms with a query language. */
    static final List<String> PLATFORMS = Arrays.stream(Platform.values())
            .filter(platform -> platform != Platform.SIGMA)
            .map(Platform::label)
            .toList();

    private static final String HELP = """
            A query ends with a semicolon at the end of a line, or with an empty line. Declarations (let, set, declare; in
            AQL a result kept with INTO) go on to the query that uses them.

              .tables            tables that telemetry fills
              .schema TABLE      the columns of a table
              .load FILES...     more telemetry; without files, what is loaded
              .platform NAME     the platform whose language and tables count: defender, sentinel, unified, qradar
              .format FORMAT     the form of rows: table, vertical, ndjson, csv, json, chart
              .limit N           how many rows are shown
              .help              this help
              .exit, .quit       leave; Ctrl-D does too

            Ctrl-C stops the query that runs, or clears the text. Tab completes.
            """;

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|\\S+");

    private final Shell shell;
    private final Terminal terminal;

    ShellCommands(Shell shell, Terminal terminal) {
        this.shell = shell;
        this.terminal = terminal;
    }

    /** @throws UsageException if there is no such command, or its argument is wrong */
    void run(String line) {
        List<String> words = words(line);
        List<String> arguments = words.subList(1, words.size());
        switch (words.get(0)) {
            case ".help" -> terminal.out().print(HELP);
            case ".exit", ".quit" -> shell.leave();
            case ".tables" -> tables();
            case ".schema" -> schema(one(".schema", arguments, "a table"));
            case ".load" -> load(arguments);
            case ".platform" -> platform(one(".platform", arguments, "a platform"));
            case ".format" -> shell.form(RowForm.ofLabel(one(".format", arguments, "a format")));
            case ".limit" -> limit(one(".limit", arguments, "a number of rows"));
            default ->
                throw new UsageException("no command '" + words.get(0) + "'"
                        + Words.near(words.get(0), NAMES)
                        + "; expected one of "
                        + String.join(", ", NAMES));
        }
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(line.replaceFirst(";\\s*$", ""));
        while (matcher.find()) {
            words.add(matcher.group(1) == null ? matcher.group() : matcher.group(1));
        }
        return words;
    }

    private static String one(String command, List<String> arguments, String what) {
        if (arguments.size() != 1) {
            throw new UsageException(
                    command + " takes " + what + ", found " + Words.count(arguments.size(), "argument"));
        }
        return arguments.get(0);
    }

    private void tables() {
        Views.shipped().tables().stream()
                .filter(table -> shell.platforms().contains(table.platform()))
                .map(TableName::name)
                .distinct()
                .sorted()
                .forEach(terminal.out()::println);
    }

    private void schema(String table) {
        for (Platform platform : shell.platforms()) {
            TableName name = new TableName(platform, table);
            Optional<Schema> known =
                    platform.isMicrosoft() ? KqlCatalog.of(platform).table(table) : Optional.empty();
            if (known.isPresent()) {
                for (Field field : known.get().fields()) {
                    terminal.out().println(field.name() + ": " + field.type().label());
                }
                return;
            }
            if (Views.shipped().tables().contains(name)) {
                Views.shipped().columns(name).forEach(terminal.out()::println);
                return;
            }
        }
        throw new UsageException("no table '" + table + "'" + Words.near(table, shell.tableNames())
                + "; .tables lists those that telemetry fills");
    }

    private void load(List<String> arguments) {
        if (arguments.isEmpty()) {
            shell.inputs().forEach(terminal.out()::println);
            return;
        }
        shell.load(arguments);
    }

    private void platform(String name) {
        shell.platform(Platform.ofLabel(name)
                .filter(platform -> platform != Platform.SIGMA)
                .orElseThrow(() -> new UsageException("no platform '" + name
                        + "' with a query language" + Words.near(name, PLATFORMS) + "; expected one of "
                        + String.join(", ", PLATFORMS))));
    }

    private void limit(String rows) {
        if (!rows.matches("[0-9]{1,18}")) {
            throw new UsageException(".limit is '" + rows + "', expected a number of rows");
        }
        shell.limit(Long.parseLong(rows));
    }
}
