package io.quarry.detect.rule;

import io.quarry.plan.CommonCode;
import io.quarry.plan.Diagnostic;
import io.quarry.plan.QueryException;
import io.quarry.plan.SourceText;
import io.quarry.plan.Span;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;

/** Reads texts, of queries and rules and of data beside them: UTF-8, or UTF-8 and UTF-16 with a byte order mark. */
public final class SourceFiles {
    private SourceFiles() {}

    /**
     * The text of a file under the path's own spelling.
     *
     * @throws IOException if it cannot be read
     * @throws QueryException if its bytes are not text; the diagnostic names the byte
     */
    public static SourceText read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException(file + " is a folder, expected a file");
        }
        return decode(file.toString(), Files.readAllBytes(file));
    }

    /**
     * Gives a file another text, in the encoding and with the byte order mark that it has, and with its ends of lines where
     * the text has plain ones. Whoever reads it meanwhile sees the old text or the new one, whole.
     *
     * @throws IOException if it cannot be read as a text or not be written
     */
    public static void rewrite(Path file, String text) throws IOException {
        Path real = file.toRealPath();
        byte[] old = Files.readAllBytes(real);
        boolean lostEnds = text(old).contains("\r\n") && !text.contains("\r\n");
        Path fresh = real.resolveSibling("." + real.getFileName() + ".fresh");
        try {
            Files.copy(real, fresh, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
            Files.write(fresh, Encoding.of(old).bytes(lostEnds ? text.replace("\n", "\r\n") : text));
            Files.move(fresh, real, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /**
     * The text of bytes that came otherwise than in a file.
     *
     * @throws QueryException as above
     */
    public static SourceText decode(String name, byte[] bytes) {
        try {
            return new SourceText(name, text(bytes));
        } catch (IOException e) {
            throw new QueryException(List.of(Diagnostic.of(
                    CommonCode.UNREADABLE_TEXT,
                    new SourceText(name, ""),
                    new Span(0, 0),
                    e.getMessage(),
                    "save the file as UTF-8")));
        }
    }

    /**
     * The text of bytes, without the byte order mark.
     *
     * @throws IOException if they are not text; the message names the byte
     */
    public static String text(byte[] bytes) throws IOException {
        Encoding encoding = Encoding.of(bytes);
        Charset charset = encoding.charset;
        int from = encoding.mark.length;
        ByteBuffer input = ByteBuffer.wrap(bytes, from, bytes.length - from);
        String text;
        try {
            text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(input)
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IOException("not a text file: byte " + input.position() + " is not " + charset.name());
        }
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            throw new IOException("not a text file: a NUL at character " + nul
                    + ", as in UTF-16 without a byte order mark or in a binary file");
        }
        return text;
    }

    /** How characters are written as bytes, told by the first bytes. */
    private enum Encoding {
        UTF_8_MARKED(StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF),
        UTF_16_LITTLE(StandardCharsets.UTF_16LE, 0xFF, 0xFE),
        UTF_16_BIG(StandardCharsets.UTF_16BE, 0xFE, 0xFF),
        UTF_8(StandardCharsets.UTF_8);

        private final Charset charset;
        private final byte[] mark;

        Encoding(Charset charset, int... mark) {
            this.charset = charset;
            this.mark = new byte[mark.length];
            for (int i = 0; i < mark.length; i++) {
                this.mark[i] = (byte) mark[i];
            }
        }

        /** The first whose mark the bytes begin with. */
        static Encoding of(byte[] bytes) {
            for (Encoding encoding : values()) {
                byte[] mark = encoding.mark;
                if (bytes.length >= mark.length && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length)) {
                    return encoding;
                }
            }
            throw new IllegalStateException("UTF-8 has no mark");
        }

        byte[] bytes(String text) {
            byte[] body = text.getBytes(charset);
            byte[] marked = Arrays.copyOf(mark, mark.length + body.length);
            System.arraycopy(body, 0, marked, mark.length, body.length);
            return marked;
        }
    }
}
