package io.quarry.detect.side;

import io.quarry.detect.rule.SourceFiles;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The texts of a file, packed or not; what it is packed with is told by its first bytes. */
final class Unpacking {
    /** What the platform lets such a file be at most. */
    static final int MOST_BYTES = 100 << 20;

    private Unpacking() {}

    /** The texts, as {@link SourceFiles} reads them; reads and closes the stream. */
    static List<String> texts(InputStream file) throws IOException {
        try (BufferedInputStream in = new BufferedInputStream(file)) {
            in.mark(2);
            int first = in.read();
            int second = in.read();
            in.reset();
            if (first == 0x1f && second == 0x8b) {
                return List.of(text(new GZIPInputStream(in)));
            }
            if (first == 'P' && second == 'K') {
                return entries(new ZipInputStream(in));
            }
            return List.of(text(in));
        }
    }

    private static List<String> entries(ZipInputStream zip) throws IOException {
        List<String> texts = new ArrayList<>();
        int bytes = 0;
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (!entry.isDirectory()) {
                String text = text(zip);
                bytes += text.length();
                limit(bytes);
                texts.add(text);
            }
        }
        return texts;
    }

    private static String text(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        limit(bytes.length);
        return SourceFiles.text(bytes);
    }

    static void limit(int bytes) throws IOException {
        if (bytes > MOST_BYTES) {
            throw new IOException("it is larger than " + (MOST_BYTES >> 20) + " MB");
        }
    }
}
