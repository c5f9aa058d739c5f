package io.quarry.telemetry.evtx;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.CRC32;

/**
 * A chunk being written: its bytes, and the tables of names and templates that stand in it already. A record that does not
 * fit leaves no trace.
 */
final class ChunkWriter {
    private static final int NAME_BUCKETS = 128;
    private static final int TEMPLATE_BUCKETS = 384;

    private final byte[] bytes = new byte[Chunk.SIZE];
    private final Map<String, Integer> names = new HashMap<>();
    private final Map<UUID, Integer> templates = new HashMap<>();
    private final long firstRecord;
    private int at = Chunk.HEADER_SIZE;
    private int lastRecordStart;
    private long nextRecord;

    /** @param firstRecord the number of the first record to come */
    ChunkWriter(long firstRecord) {
        this.firstRecord = firstRecord;
        this.nextRecord = firstRecord;
    }

    /** The content of a record. */
    interface Content {
        void write(ChunkWriter chunk) throws ChunkFull;
    }

    boolean isEmpty() {
        return nextRecord == firstRecord;
    }

    /**
     * Appends a record.
     *
     * @param written FILETIME
     * @return false if it does not fit; the chunk is as before then
     */
    boolean add(long written, Content content) {
        int start = at;
        byte[] tables = Arrays.copyOf(bytes, Chunk.HEADER_SIZE);
        try {
            u32(0x00002a2a);
            u32(0);
            u64(nextRecord);
            u64(written);
            content.write(this);
            fill((8 - (at + 4 - start) % 8) % 8);
            int size = at + 4 - start;
            u32(size);
            patchU32(start + 4, size);
        } catch (ChunkFull e) {
            undo(start, tables);
            return false;
        }
        lastRecordStart = start;
        nextRecord++;
        return true;
    }

    /** The finished chunk of {@link Chunk#SIZE} bytes. */
    byte[] finish() {
        System.arraycopy("ElfChnk\0".getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, 8);
        patchU64(8, firstRecord);
        patchU64(16, nextRecord - 1);
        patchU64(24, firstRecord);
        patchU64(32, nextRecord - 1);
        patchU32(40, 128);
        patchU32(44, lastRecordStart);
        patchU32(48, at);
        CRC32 records = new CRC32();
        records.update(bytes, Chunk.HEADER_SIZE, at - Chunk.HEADER_SIZE);
        patchU32(52, (int) records.getValue());
        patchU32(120, 1);
        CRC32 header = new CRC32();
        header.update(bytes, 0, 120);
        header.update(bytes, 128, Chunk.HEADER_SIZE - 128);
        patchU32(124, (int) header.getValue());
        return bytes;
    }

    int position() {
        return at;
    }

    void u8(int value) throws ChunkFull {
        require(1);
        bytes[at++] = (byte) value;
    }

    void u16(int value) throws ChunkFull {
        u8(value);
        u8(value >> 8);
    }

    void u32(int value) throws ChunkFull {
        u16(value);
        u16(value >> 16);
    }

    void u64(long value) throws ChunkFull {
        u32((int) value);
        u32((int) (value >> 32));
    }

    void raw(byte[] value) throws ChunkFull {
        require(value.length);
        System.arraycopy(value, 0, bytes, at, value.length);
        at += value.length;
    }

    void fill(int zeros) throws ChunkFull {
        require(zeros);
        at += zeros;
    }

    /** A count of characters and the characters. */
    void text(String value) throws ChunkFull {
        u16(value.length());
        raw(value.getBytes(StandardCharsets.UTF_16LE));
    }

    /** A reference to a name, with the name itself where the chunk does not hold it yet. */
    void name(String name) throws ChunkFull {
        Integer known = names.get(name);
        if (known != null) {
            u32(known);
            return;
        }
        int entry = at + 4;
        int hash = 0;
        for (int i = 0; i < name.length(); i++) {
            hash = hash * 65599 + name.charAt(i);
        }
        hash &= 0xffff;
        u32(entry);
        u32(link(NAME_BUCKETS + 4 * (hash % 64), entry));
        u16(hash);
        text(name);
        u16(0);
        names.put(name, entry);
    }

    /** A template instance up to its values, with the definition where the chunk does not hold it yet. */
    void template(UUID guid, Content fragment) throws ChunkFull {
        u8(0x0c);
        u8(1);
        int id = (int) (guid.getMostSignificantBits() >>> 32);
        u32(id);
        Integer known = templates.get(guid);
        if (known != null) {
            u32(known);
            return;
        }
        int definition = at + 4;
        u32(definition);
        u32(link(TEMPLATE_BUCKETS + 4 * Integer.remainderUnsigned(id, 32), definition));
        u32(id);
        u16((int) (guid.getMostSignificantBits() >>> 16));
        u16((int) guid.getMostSignificantBits());
        u64(Long.reverseBytes(guid.getLeastSignificantBits()));
        int size = at;
        u32(0);
        fragment.write(this);
        patchU32(size, at - size - 4);
        templates.put(guid, definition);
    }

    void patchU16(int position, int value) {
        bytes[position] = (byte) value;
        bytes[position + 1] = (byte) (value >> 8);
    }

    void patchU32(int position, int value) {
        patchU16(position, value);
        patchU16(position + 2, value >> 16);
    }

    private void patchU64(int position, long value) {
        patchU32(position, (int) value);
        patchU32(position + 4, (int) (value >> 32));
    }

    /** Puts an entry at the head of a bucket; the entry that was there. */
    private int link(int bucket, int entry) {
        int next = bytes[bucket] & 0xff
                | (bytes[bucket + 1] & 0xff) << 8
                | (bytes[bucket + 2] & 0xff) << 16
                | bytes[bucket + 3] << 24;
        patchU32(bucket, entry);
        return next;
    }

    private void undo(int start, byte[] tables) {
        System.arraycopy(tables, 0, bytes, 0, tables.length);
        Arrays.fill(bytes, start, Chunk.SIZE, (byte) 0);
        names.values().removeIf(entry -> entry >= start);
        templates.values().removeIf(definition -> definition >= start);
        at = start;
    }

    private void require(int count) throws ChunkFull {
        if (count > Chunk.SIZE - at) {
            throw new ChunkFull();
        }
    }
}
