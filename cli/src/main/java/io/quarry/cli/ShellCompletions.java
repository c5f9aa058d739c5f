package io.quarry.cli;

import io.quarry.data.Platform;
import io.quarry.kql.catalog.KqlCatalog;
import io.quarry.plan.Completion;
import io.quarry.plan.SourceText;
import io.quarry.plan.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What could be written at a place of what is typed into a shell. */
final class ShellCompletions {
    private final Shell shell;
    private final String text;
    private final int cursor;

    private ShellCompletions(Shell shell, String text, int cursor) {
        this.shell = shell;
        this.text = text;
        this.cursor = cursor;
    }

    /** @param cursor in UTF-16 code units */
    static List<Completion> at(Shell shell, String text, int cursor) {
        if (TypedText.isCommand(text)) {
            return new ShellCompletions(shell, text, cursor).ofCommand();
        }
        SourceText source = new SourceText("shell", text);
        // The last of several platforms is the one with the tables of all.
        Platform platform = shell.platforms().get(shell.platforms().size() - 1);
        return platform.isMicrosoft()
                ? io.quarry.kql.service.Completions.at(source, cursor, KqlCatalog.of(platform))
                : io.quarry.aql.service.Completions.at(source, cursor, shell.aqlCatalog());
    }

    /** The name of a command, or what it is about. */
    private List<Completion> ofCommand() {
        int start = cursor;
        boolean quoted = text.substring(0, cursor).chars().filter(c -> c == '"').count() % 2 == 1;
        while (start > 0
                && (quoted ? text.charAt(start - 1) != '"' : !Character.isWhitespace(text.charAt(start - 1)))) {
            start--;
        }
        String command = text.substring(0, start).strip();
        String typed = text.substring(start, cursor);
        Stream<String> values =
                switch (command.isEmpty() ? "" : command.split("\\s+", 2)[0]) {
                    case "" -> ShellCommands.NAMES.stream();
                    case ".schema" -> shell.tableNames().stream();
                    case ".platform" -> ShellCommands.PLATFORMS.stream();
                    case ".format" -> RowForm.LABELS.stream();
                    case ".load" -> files(typed, quoted);
                    default -> Stream.empty();
                };
        Span replaced = new Span(start, cursor);
        return values.filter(value -> value.regionMatches(true, 0, typed, 0, typed.length()))
                .map(value -> new Completion(value, Completion.Kind.KEYWORD, replaced, "", ""))
                .toList();
    }

    /** The files and folders whose paths begin so; those with blanks in them only between quotes. */
    private static Stream<String> files(String typed, boolean quoted) {
        String folder = typed.substring(0, typed.lastIndexOf('/') + 1);
        boolean hidden = typed.startsWith(".", folder.length());
        try (Stream<Path> children = Files.list(Path.of(folder.isEmpty() ? "." : folder))) {
            return children
                    .map(child -> child.getFileName() + (Files.isDirectory(child) ? "/" : ""))
                    .filter(name -> hidden || !name.startsWith("."))
                    .filter(name -> quoted || !name.contains(" "))
                    .map(name -> folder + name)
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException | InvalidPathException e) {
            return Stream.empty();
        }
    }
}
