package io.quarry.cli;

import io.quarry.plan.Completion;
import io.quarry.plan.Span;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
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

    /** Where the library writes what it misses of a terminal, with stack traces; held so that it stays silent. */
    private static final Logger LIBRARY = Logger.getLogger("org.jline");

    private final org.jline.terminal.Terminal screen;
    private final LineReader reader;

    private Prompt(org.jline.terminal.Terminal screen, LineReader reader) {
        this.screen = screen;
        this.reader = reader;
    }

    /** A prompt on this process's terminal. Ctrl-C cancels what the shell runs. */
    static Prompt open(Shell shell) throws IOException {
        LIBRARY.setLevel(Level.OFF);
        org.jline.terminal.Terminal screen =
                TerminalBuilder.builder().name("quarry").system(true).build();
        screen.handle(Signal.INT, signal -> shell.cancel());
        LineReader reader = LineReaderBuilder.builder()
                .terminal(screen)
                .parser((text, cursor, context) -> parse(shell, text, cursor, context))
                .completer((line, parsed, candidates) ->
                        ((Completed) parsed).completions().forEach(found -> candidates.add(candidate(found))))
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

    private static ParsedLine parse(Shell shell, String text, int cursor, Parser.ParseContext context) {
        boolean givenUp = text.endsWith("\n\n");
        if (context == Parser.ParseContext.ACCEPT_LINE
                && !givenUp
                && !shell.typed(text).isComplete()) {
            throw new EOFError(-1, -1, "the query is not complete");
        }
        return context == Parser.ParseContext.COMPLETE
                ? Completed.of(text, cursor, ShellCompletions.at(shell, text, cursor))
                : new Completed(text, cursor, new Span(cursor, cursor), List.of());
    }

    private static Candidate candidate(Completion completion) {
        return new Candidate(
                completion.text(),
                completion.text(),
                completion.kind().name().toLowerCase(Locale.ROOT),
                completion.detail().isEmpty() ? null : completion.detail(),
                null,
                null,
                false);
    }

    /**
     * A text whose word at the cursor is completed.
     *
     * @param replaced the word: what the completions take the place of
     */
    private record Completed(String text, int cursor, Span replaced, List<Completion> completions)
            implements CompletingParsedLine {
        static Completed of(String text, int cursor, List<Completion> completions) {
            Span replaced = completions.isEmpty()
                    ? new Span(cursor, cursor)
                    : completions.get(0).replaces();
            return new Completed(text, cursor, replaced, completions);
        }

        @Override
        public String word() {
            return text.substring(replaced.start(), replaced.end());
        }

        @Override
        public int wordCursor() {
            return cursor - replaced.start();
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
            return word().length();
        }
    }
}
