package io.quarry.telemetry.evtx;

import io.quarry.telemetry.EventLocation;
import io.quarry.telemetry.EventSink;
import io.quarry.telemetry.ReadProblem;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * Reads one event log, chunk by chunk from its beginning to its end; it holds one chunk in memory. What the file header says
 * of the chunks is not believed: logs in use and logs of crashed machines lag behind there.
 */
final class EvtxReader {
    private static final byte[] ZEROS = new byte[Chunk.SIZE];

    private static final String FILE_MAGIC = "ElfFile\0";
    private static final String CHUNK_MAGIC = "ElfChnk\0";
    private static final int FILE_HEADER_SIZE = 4096;
    private static final int RECORD_MAGIC = 0x00002a2a;
    private static final int LEAST_RECORD_SIZE = 28;

    /** A flag of files and chunks: the writer did not keep checksums. */
    private static final int NO_CHECKSUM = 4;

    private final String file;
    private final EventSink sink;
    private final Chunk chunk = new Chunk();
    private final EventRenderer renderer = new EventRenderer();
    private long chunkStart;

    EvtxReader(String file, EventSink sink) {
        this.file = file;
        this.sink = sink;
    }

    void read(InputStream content) throws IOException {
        byte[] bytes = chunk.bytes();
        int length = content.readNBytes(bytes, 0, FILE_HEADER_SIZE);
        int inBuffer = 0;
        chunk.reset(length);
        if (hasMagic(CHUNK_MAGIC)) {
            problem(0, 0, "a chunk stands at the beginning of the file, expected a file header");
            inBuffer = length;
        } else {
            checkFileHeader(length);
            chunkStart = length;
        }
        while (true) {
            length = inBuffer + content.readNBytes(bytes, inBuffer, Chunk.SIZE - inBuffer);
            if (length == 0) {
                return;
            }
            chunk.reset(length);
            readSlot();
            chunkStart += length;
            inBuffer = 0;
        }
    }

    private void checkFileHeader(int length) {
        if (length < FILE_HEADER_SIZE) {
            problem(0, 0, "the file ends after " + length + " bytes, inside its header of " + FILE_HEADER_SIZE);
        } else if (!hasMagic(FILE_MAGIC)) {
            problem(0, 0, "the file header is missing or damaged; chunks are read all the same");
        } else if ((number(120) & NO_CHECKSUM) == 0) {
            checkSum("file header", number(124), 0, 120, 0, 0);
        }
    }

    /** Reads the 64 KiB where a chunk may stand. */
    private void readSlot() {
        if (hasMagic(CHUNK_MAGIC) && chunk.length() >= Chunk.HEADER_SIZE) {
            readChunk();
        } else if (hasMagic(FILE_MAGIC)) {
            problem(
                    0,
                    chunkStart,
                    "another file header stands where a chunk was expected: two files were joined; "
                            + "what does not lie at a chunk boundary of the first is not read");
        } else if (!isUnused()) {
            problem(
                    0,
                    chunkStart,
                    chunk.length() < Chunk.HEADER_SIZE
                            ? "the file ends " + chunk.length() + " bytes after this chunk boundary"
                            : "neither a chunk nor unused space; " + chunk.length() + " bytes are not read");
        }
    }

    private void readChunk() {
        int end = number(48);
        if (end >= 0 && end < Chunk.HEADER_SIZE) {
            problem(0, chunkStart, "the chunk's records end at " + end + ", inside its header; none is read");
            return;
        }
        boolean isEndKnown = end >= 0 && end <= Chunk.SIZE;
        if (!isEndKnown) {
            problem(
                    0,
                    chunkStart,
                    "the chunk's records end at " + (end & 0xffffffffL) + ", expected " + Chunk.HEADER_SIZE + " to "
                            + Chunk.SIZE + "; read up to the last record found");
        } else if (end > chunk.length()) {
            problem(0, chunkStart, "the file ends " + chunk.length() + " bytes into this chunk of " + Chunk.SIZE);
        } else {
            checkSums(end);
        }
        readRecords(isEndKnown ? end : -1);
    }

    private void checkSums(int end) {
        if ((number(120) & NO_CHECKSUM) == 0) {
            checkSum("chunk header", number(124), 0, 120, 128, Chunk.HEADER_SIZE);
            checkSum("chunk's records", number(52), Chunk.HEADER_SIZE, end, 0, 0);
        }
    }

    /** Compares with the checksum of two ranges; a wrong one is reported, not believed. */
    private void checkSum(String what, int expected, int from, int to, int from2, int to2) {
        CRC32 sum = new CRC32();
        sum.update(chunk.bytes(), from, to - from);
        sum.update(chunk.bytes(), from2, to2 - from2);
        if ((int) sum.getValue() != expected) {
            problem(
                    0,
                    chunkStart,
                    String.format(
                            "checksum of the %s is 0x%08x, but 0x%08x is written there; read all the same",
                            what, sum.getValue(), expected));
        }
    }

    /** @param end the position behind the last record; -1 if the chunk does not tell */
    private void readRecords(int end) {
        int limit = end < 0 ? chunk.length() : Math.min(end, chunk.length());
        int at = Chunk.HEADER_SIZE;
        while (at + Chunk.RECORD_HEADER_SIZE <= limit) {
            int size = number(at + 4);
            if (number(at) != RECORD_MAGIC) {
                if (end >= 0) {
                    lost(at, limit, String.format("found 0x%08x, expected a record (0x2a2a)", number(at)));
                }
                return;
            }
            if (size < LEAST_RECORD_SIZE) {
                lost(at, limit, "record size " + (size & 0xffffffffL) + ", expected at least " + LEAST_RECORD_SIZE);
                return;
            }
            if (size > chunk.length() - at) {
                lost(at, limit, "record size " + size + ", but " + (chunk.length() - at) + " bytes are left");
                return;
            }
            readRecord(at, size);
            at += size;
        }
    }

    private void readRecord(int at, int size) {
        long offset = chunkStart + at;
        long record = 0;
        try {
            record = chunk.i64(at + 8);
            XmlNode[] fragment = BinaryXmlParser.outsideTemplate(chunk, at + Chunk.RECORD_HEADER_SIZE, at + size - 4)
                    .fragment(0);
            sink.event(renderer.render(fragment, new EventLocation(file, record, offset)));
        } catch (Malformed e) {
            problem(record, offset, e.getMessage());
        }
    }

    private void lost(int at, int limit, String found) {
        problem(0, chunkStart + at, found + "; the " + (limit - at) + " bytes up to the chunk's end are not read");
    }

    private void problem(long record, long offset, String message) {
        sink.problem(new ReadProblem(new EventLocation(file, record, offset), message));
    }

    private boolean hasMagic(String magic) {
        for (int i = 0; i < magic.length(); i++) {
            if (i >= chunk.length() || chunk.bytes()[i] != magic.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean isUnused() {
        return Arrays.equals(chunk.bytes(), 0, chunk.length(), ZEROS, 0, chunk.length());
    }

    /** A number at a position that is known to be inside. */
    private int number(int position) {
        byte[] bytes = chunk.bytes();
        return bytes[position] & 0xff
                | (bytes[position + 1] & 0xff) << 8
                | (bytes[position + 2] & 0xff) << 16
                | bytes[position + 3] << 24;
    }
}
