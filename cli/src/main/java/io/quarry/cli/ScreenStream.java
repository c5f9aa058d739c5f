package io.quarry.cli;

import io.quarry.plan.ScreenText;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * What a terminal is told: text in UTF-8, line breaks, tabs and the colours of {@link Terminal.Color}. Other control
 * characters, with which telemetry, queries and names of files could drive the terminal, become blanks. Each write holds whole
 * characters, as those of a print stream and of a writer do.
 */
final class ScreenStream extends FilterOutputStream {
    private final boolean keepsColours;

    private ScreenStream(OutputStream terminal, boolean keepsColours) {
        super(terminal);
        this.keepsColours = keepsColours;
    }

    /** For what commands say themselves. */
    static ScreenStream coloured(OutputStream terminal) {
        return new ScreenStream(terminal, true);
    }

    /** For what comes from telemetry: not even the colours are kept. */
    static ScreenStream plain(OutputStream terminal) {
        return new ScreenStream(terminal, false);
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(
                safe(new String(bytes, offset, length, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
    }

    private String safe(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int colour = keepsColours ? Terminal.Color.lengthAt(text, i) : 0;
            if (colour > 0) {
                safe.append(text, i, i + colour);
                i += colour - 1;
            } else if (c == '\n' || c == '\t' || ScreenText.isPrintable(c)) {
                safe.append(c);
            } else if (c != '\r' || i + 1 < text.length() && text.charAt(i + 1) != '\n') {
                safe.append(' ');
            }
        }
        return safe.toString();
    }
}
