package io.quarry.functions.text;

import io.quarry.plan.FunctionException;
import io.quarry.processor.Scalar;
import java.util.ArrayList;
import java.util.List;

/**
 * Arguments of a command line as Windows splits it: blanks separate, quotes hold together, a backslash escapes only before a
 * quote.
 */
final class CommandLine {
    private final String line;
    private int at;

    private CommandLine(String line) {
        this.line = line;
    }

    @Scalar(
            kql = "parse_command_line",
            doc = "Array of the arguments of a command line; the parser is 'windows'.",
            example = "parse_command_line('echo \"hello world\" x', 'windows') -> dynamic(['echo','hello world','x'])",
            source = "Kusto Query Language reference, parse_command_line(); Win32, CommandLineToArgvW")
    static Object parse(String line, String parser) {
        if (!parser.equalsIgnoreCase("windows")) {
            throw new FunctionException("parse_command_line: the parser is 'windows', found '" + parser + "'");
        }
        return line.isBlank() ? null : new CommandLine(line).arguments();
    }

    private List<Object> arguments() {
        List<Object> arguments = new ArrayList<>();
        skipBlanks();
        arguments.add(program());
        for (skipBlanks(); at < line.length(); skipBlanks()) {
            arguments.add(argument());
        }
        return arguments;
    }

    /** The first argument knows no escapes: a quoted one ends at the next quote. */
    private String program() {
        if (line.charAt(at) == '"') {
            int end = line.indexOf('"', at + 1);
            String program = line.substring(at + 1, end < 0 ? line.length() : end);
            at = end < 0 ? line.length() : end + 1;
            return program;
        }
        int start = at;
        while (at < line.length() && !isBlank(line.charAt(at))) {
            at++;
        }
        return line.substring(start, at);
    }

    private String argument() {
        StringBuilder argument = new StringBuilder();
        boolean isQuoted = false;
        while (at < line.length() && (isQuoted || !isBlank(line.charAt(at)))) {
            int backslashes = backslashes();
            boolean isQuote = at < line.length() && line.charAt(at) == '"';
            argument.append("\\".repeat(isQuote ? backslashes / 2 : backslashes));
            if (isQuote) {
                at++;
                if (backslashes % 2 == 1) {
                    argument.append('"');
                } else if (isQuoted && at < line.length() && line.charAt(at) == '"') {
                    argument.append('"');
                    at++;
                } else {
                    isQuoted = !isQuoted;
                }
            } else if (at < line.length() && (isQuoted || !isBlank(line.charAt(at)))) {
                argument.append(line.charAt(at++));
            }
        }
        return argument.toString();
    }

    private int backslashes() {
        int start = at;
        while (at < line.length() && line.charAt(at) == '\\') {
            at++;
        }
        return at - start;
    }

    private void skipBlanks() {
        while (at < line.length() && isBlank(line.charAt(at))) {
            at++;
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
