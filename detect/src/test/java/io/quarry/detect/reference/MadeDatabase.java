package io.quarry.detect.reference;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes small files in MaxMind's DB format, version 2.0: IPv4, one record for each network of whole bytes. */
final class MadeDatabase {
    private static final int SEPARATOR = 16;
    private static final int EMPTY = -1;

    private final List<int[]> nodes = new ArrayList<>();
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();

    private MadeDatabase() {
        nodes.add(new int[] {EMPTY, EMPTY});
    }

    /** @param places records by the leading bytes of the address, like {@code 192.0.2} */
    static byte[] of(Map<String, Map<String, Object>> places) {
        MadeDatabase made = new MadeDatabase();
        places.forEach(made::add);
        return made.bytes();
    }

    private void add(String network, Map<String, Object> place) {
        int at = data.size();
        write(data, place);
        String[] parts = network.split("\\.");
        int bits = parts.length * 8;
        int node = 0;
        for (int i = 0; i < bits; i++) {
            int bit = Integer.parseInt(parts[i / 8]) >> (7 - i % 8) & 1;
            if (i == bits - 1) {
                nodes.get(node)[bit] = Integer.MIN_VALUE + at;
            } else {
                if (nodes.get(node)[bit] == EMPTY) {
                    nodes.get(node)[bit] = nodes.size();
                    nodes.add(new int[] {EMPTY, EMPTY});
                }
                node = nodes.get(node)[bit];
            }
        }
    }

    private byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int[] node : nodes) {
            for (int child : node) {
                int record = child == EMPTY
                        ? nodes.size()
                        : child < 0 ? nodes.size() + SEPARATOR + (child - Integer.MIN_VALUE) : child;
                out.write(record >> 16);
                out.write(record >> 8);
                out.write(record);
            }
        }
        out.writeBytes(new byte[SEPARATOR]);
        out.writeBytes(data.toByteArray());
        out.writeBytes(new byte[] {(byte) 0xab, (byte) 0xcd, (byte) 0xef});
        out.writeBytes("MaxMind.com".getBytes(StandardCharsets.US_ASCII));
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("node_count", (long) nodes.size());
        about.put("record_size", 24);
        about.put("ip_version", 4);
        about.put("database_type", "Test");
        about.put("languages", List.of("en"));
        about.put("binary_format_major_version", 2);
        about.put("binary_format_minor_version", 0);
        about.put("build_epoch", BigInteger.ONE);
        about.put("description", Map.of());
        write(out, about);
        return out.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, Object value) {
        if (value instanceof Map<?, ?> map) {
            out.write(7 << 5 | map.size());
            map.forEach((name, of) -> {
                write(out, name);
                write(out, of);
            });
        } else if (value instanceof List<?> list) {
            out.write(list.size());
            out.write(11 - 7);
            list.forEach(item -> write(out, item));
        } else if (value instanceof String text) {
            out.write(2 << 5 | text.length());
            out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
        } else if (value instanceof Double real) {
            out.write(3 << 5 | Double.BYTES);
            out.writeBytes(ByteBuffer.allocate(Double.BYTES).putDouble(real).array());
        } else if (value instanceof Integer small) {
            out.write(5 << 5 | Short.BYTES);
            out.writeBytes(ByteBuffer.allocate(Short.BYTES)
                    .putShort(small.shortValue())
                    .array());
        } else if (value instanceof BigInteger large) {
            out.write(Long.BYTES);
            out.write(9 - 7);
            out.writeBytes(
                    ByteBuffer.allocate(Long.BYTES).putLong(large.longValue()).array());
        } else {
            out.write(6 << 5 | Integer.BYTES);
            out.writeBytes(ByteBuffer.allocate(Integer.BYTES)
                    .putInt(((Long) value).intValue())
                    .array());
        }
    }
}
