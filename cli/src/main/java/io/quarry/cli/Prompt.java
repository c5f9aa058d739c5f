package io.quarry.cli;

import io.quarry.data.Platform;
import io.quarry.kql.catalog.KqlCatalog;
import io.quarry.kql.service.Completion;
import io.quarry.kql.service.Completions;
import io.quarry.plan.SourceText;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jline.reader.Candidate;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.TerminalBuilder;

/**
 * Where queries are typed: lines are edited, remembered in {@code .quarry_history} of the user's folder, and completed. The
 * only class that knows the library for this, so that other commands never load it.
 */
final class Prompt implements Closeable {
    private static final String FIRST = "quarry> ";
    private static final String FURTHER = "     -> ";

    private final org.jline.terminal.Terminal screen;
    private final LineReader reader;

    private Prompt(org.jline.terminal.Terminal screen, LineReader reader) {
        this.screen = screen;
        this.reader = reader;
    }

    /** A prompt on this process's terminal. Ctrl-C cancels what the shell runs. */
    static Prompt open(Shell shell) throws IOException {
        org.jline.terminal.Terminal screen =
                TerminalBuilder.builder().name("quarry").system(true).build();
        screen.handle(Signal.INT, signal -> shell.cancel());
        LineReader reader = LineReaderBuilder.builder()
                .terminal(screen)
                .parser(Prompt::parse)
                .completer((line, parsed, candidates) -> complete(shell, (Words) parsed, candidates))
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.CASE_INSENSITIVE, true)
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, FURTHER)
                .variable(LineReader.HISTORY_FILE, Path.of(System.getProperty("user.home"), ".quarry_history"))
                .build();
        return new Prompt(screen, reader);
    }

    /** The next query or command; empty at the end of input. */
    Optional<String> read() {
        while (true) {
            try {
                return Optional.of(reader.readLine(FIRST));
            } catch (UserInterruptException cleared) {
                // Ctrl-C at the prompt: the text is dropped, and the next one is asked for.
                continue;
            } catch (EndOfFileException end) {
                return Optional.empty();
            }
        }
    }

    @Override
    public void close() throws IOException {
        screen.close();
    }

    private static ParsedLine parse(String text, int cursor, Parser.ParseContext context) {
        if (context == Parser.ParseContext.ACCEPT_LINE && !Shell.isComplete(text)) {
            throw new EOFError(-1, -1, "the query is not complete");
        }
        int start = cursor;
        while (start > 0
                && (Character.isLetterOrDigit(text.charAt(start - 1)) || "_-.$".indexOf(text.charAt(start - 1)) >= 0)) {
            start--;
        }
        return new Words(text, cursor, start);
    }

    private static void complete(Shell shell, Words words, List<Candidate> candidates) {
        if (words.text().stripLeading().startsWith(".")) {
            ShellCommands.NAMES.forEach(name -> candidates.add(new Candidate(name)));
            return;
        }
        shell.platforms().stream().filter(Platform::isMicrosoft).findFirst().ifPresent(platform -> {
            SourceText source = new SourceText("shell", words.text());
            for (Completion completion : Completions.at(source, words.cursor(), KqlCatalog.of(platform))) {
                String before = words.text()
                        .substring(
                                words.start(),
                                Math.max(words.start(), completion.replaces().start()));
                candidates.add(new Candidate(
                        before + completion.text(),
                        completion.text(),
                        completion.kind().name().toLowerCase(java.util.Locale.ROOT),
                        completion.detail().isEmpty() ? null : completion.detail(),
                        null,
                        null,
                        false));
            }
        });
    }

    /**
     * A text whose word at the cursor is completed.
     *
     * @param start where that word begins
     */
    private record Words(String text, int cursor, int start) implements CompletingParsedLine {
        @Override
        public String word() {
            return text.substring(start, cursor);
        }

        @Override
        public int wordCursor() {
            return cursor - start;
        }

        @Override
        public int wordIndex() {
            return 0;
        }

        @Override
        public List<String> words() {
            return List.of(word());
        }

        @Override
        public String line() {
            return text;
        }

        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return candidate;
        }

        @Override
        public int rawWordCursor() {
            return wordCursor();
        }

        @Override
        public int rawWordLength() {
            return cursor - start;
        }
    }
}
