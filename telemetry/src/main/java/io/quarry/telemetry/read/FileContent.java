package io.quarry.telemetry.read;

import io.quarry.telemetry.Head;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.SequenceInputStream;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The bytes of a file, unpacked where they are packed with gzip, whatever the file is called. */
final class FileContent implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;

    private final InputStream file;
    private final Head head;
    private final InputStream content;
    private final InputStream unpacked;

    private FileContent(InputStream file, Head head, InputStream content, InputStream unpacked) {
        this.file = file;
        this.head = head;
        this.content = content;
        this.unpacked = unpacked;
    }

    /** @param taken is told of the bytes taken from the disk, as they are */
    static FileContent open(FileWalk.FoundFile found, LongConsumer taken) throws IOException {
        InputStream file = found.open();
        try {
            InputStream unpacked = unpack(new Counting(file, taken));
            byte[] head = unpacked.readNBytes(Head.SIZE);
            return new FileContent(
                    file, new Head(head), new SequenceInputStream(new ByteArrayInputStream(head), unpacked), unpacked);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    Head head() {
        return head;
    }

    /** What was found to be wrong with the packed bytes, before their end; empty if nothing was. */
    Optional<String> damage() {
        return unpacked instanceof Unpacked packed ? Optional.ofNullable(packed.damage) : Optional.empty();
    }

    /** All bytes, from the first. */
    InputStream stream() {
        return content;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private static InputStream unpack(InputStream file) throws IOException {
        PushbackInputStream peeked = new PushbackInputStream(file, 2);
        byte[] magic = peeked.readNBytes(2);
        peeked.unread(magic);
        boolean isGzip = magic.length == 2 && magic[0] == 0x1f && (magic[1] & 0xff) == 0x8b;
        if (!isGzip) {
            return peeked;
        }
        try {
            return new Unpacked(new GZIPInputStream(peeked, BUFFER));
        } catch (EOFException e) {
            throw new IOException("the packed data ends inside its header", e);
        }
    }

    /** Unpacked bytes that end where the packed ones end or are damaged, and remember why. */
    private static final class Unpacked extends FilterInputStream {
        private String damage;

        Unpacked(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] single = new byte[1];
            return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (damage != null) {
                return -1;
            }
            try {
                return super.read(into, offset, length);
            } catch (EOFException e) {
                damage = "the packed data ends too early";
            } catch (ZipException e) {
                damage = "the packed data is damaged (" + e.getMessage() + ")";
            }
            return -1;
        }
    }

    private static final class Counting extends FilterInputStream {
        private final LongConsumer taken;

        Counting(InputStream in, LongConsumer taken) {
            super(in);
            this.taken = taken;
        }

        @Override
        public int read() throws IOException {
            int value = in.read();
            if (value >= 0) {
                taken.accept(1);
            }
            return value;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = in.read(into, offset, length);
            if (count > 0) {
                taken.accept(count);
            }
            return count;
        }
    }
}
