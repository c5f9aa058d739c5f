package io.quarry.processor;

/** Java source text under construction. */
final class Code {
    private final StringBuilder text = new StringBuilder();
    private int indent;

    /** Adds a line; one that ends in <code>{</code> indents what follows, one that begins with <code>}</code> ends that. */
    Code line(String line) {
        if (line.startsWith("}")) {
            indent--;
        }
        text.append("    ".repeat(line.isEmpty() ? 0 : indent)).append(line).append('\n');
        if (line.endsWith("{")) {
            indent++;
        }
        return this;
    }

    Code line(String format, Object... arguments) {
        return line(String.format(format, arguments));
    }

    /** A Java string literal. */
    static String literal(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                default -> {
                    if (c < ' ' || c > '~') {
                        quoted.append(String.format("\\u%04x", (int) c));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
