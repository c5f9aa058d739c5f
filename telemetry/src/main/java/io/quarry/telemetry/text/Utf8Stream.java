package io.quarry.telemetry.text;

import io.quarry.telemetry.Head;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Text as UTF-8: as it is, or recoded from UTF-16 where the first bytes say that. */
public final class Utf8Stream extends FilterInputStream {
    private final Reader reader;
    private final char[] chars = new char[8 * 1024];
    private byte[] bytes = new byte[0];
    private int at;
    private char carried;

    private Utf8Stream(InputStream in, Reader reader) {
        super(in);
        this.reader = reader;
    }

    public static Utf8Stream of(InputStream in) throws IOException {
        PushbackInputStream peeked = new PushbackInputStream(in, 2);
        byte[] first = peeked.readNBytes(2);
        peeked.unread(first);
        Charset charset = new Head(first).charset();
        return new Utf8Stream(
                peeked, charset == StandardCharsets.UTF_8 ? null : new InputStreamReader(peeked, charset));
    }

    /** True if the bytes are not those of the source, so that offsets mean nothing there. */
    public boolean isRecoded() {
        return reader != null;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (reader == null) {
            return in.read(into, offset, length);
        }
        if (at == bytes.length && !recode()) {
            return -1;
        }
        int count = Math.min(length, bytes.length - at);
        System.arraycopy(bytes, at, into, offset, count);
        at += count;
        return count;
    }

    private boolean recode() throws IOException {
        int start = 0;
        if (carried != 0) {
            chars[start++] = carried;
            carried = 0;
        }
        int count = reader.read(chars, start, chars.length - start);
        int end = start + Math.max(0, count);
        if (end == 0) {
            return false;
        }
        if (count > 0 && Character.isHighSurrogate(chars[end - 1])) {
            carried = chars[--end];
        }
        bytes = new String(chars, 0, end).getBytes(StandardCharsets.UTF_8);
        at = 0;
        return end > 0 || recode();
    }
}
