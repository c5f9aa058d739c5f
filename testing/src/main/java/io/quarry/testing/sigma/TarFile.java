package io.quarry.testing.sigma;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** The regular files of a gzipped tar archive with short names, as text. */
public final class TarFile {
    private static final int BLOCK = 512;

    private TarFile() {}

    public static Map<String, String> texts(Path archive) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        try (InputStream in = new GZIPInputStream(Files.newInputStream(archive), 1 << 16)) {
            String longName = null;
            for (byte[] header = in.readNBytes(BLOCK); header.length == BLOCK; header = in.readNBytes(BLOCK)) {
                if (header[0] == 0) {
                    break;
                }
                int size = Integer.parseInt(text(header, 124, 11).strip(), 8);
                byte[] content = in.readNBytes(size);
                in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
                String prefix = text(header, 345, 155);
                String name = prefix.isEmpty() ? text(header, 0, 100) : prefix + "/" + text(header, 0, 100);
                switch (header[156]) {
                    case 'L' -> longName = text(content, 0, size);
                    case 'x' -> longName = paxPath(new String(content, StandardCharsets.UTF_8));
                    case '0', 0 -> {
                        texts.put(longName == null ? name : longName, new String(content, StandardCharsets.UTF_8));
                        longName = null;
                    }
                    default -> longName = null;
                }
            }
        }
        return texts;
    }

    private static String paxPath(String records) {
        int at = records.indexOf(" path=");
        return at < 0 ? null : records.substring(at + 6, records.indexOf('\n', at));
    }

    private static String text(byte[] bytes, int from, int length) {
        int end = from;
        while (end < from + length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, from, end - from, StandardCharsets.UTF_8);
    }
}
