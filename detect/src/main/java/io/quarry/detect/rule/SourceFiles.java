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
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return text(bytes, 3, StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return text(bytes, 2, StandardCharsets.UTF_16LE);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return text(bytes, 2, StandardCharsets.UTF_16BE);
        }
        return text(bytes, 0, StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes, int from, Charset charset) throws IOException {
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

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
