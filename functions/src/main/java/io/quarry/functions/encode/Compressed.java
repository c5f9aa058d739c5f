package io.quarry.functions.encode;

import io.quarry.processor.Scalar;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import java.util.zip.Checksum;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** Compressed text in base64. A text that would grow beyond a megabyte counts as broken. */
final class Compressed {
    private static final int MAX_BYTES = 1 << 20;

    /** Shorter texts are stored rather than compressed, as the examples of the reference are. */
    private static final int COMPRESSED_FROM = 32;

    /** Deflate, no flags, no time, no extra flags, system unknown. */
    private static final byte[] GZIP_HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

    /** Deflate with a window of 32 KiB, in the way the reference's examples say. */
    private static final byte[] ZLIB_HEADER = {0x78, 1};

    /** Opens compressed bytes. */
    private interface Opener {
        InputStream open(InputStream compressed) throws IOException;
    }

    private Compressed() {}

    @Scalar(
            kql = "gzip_decompress_from_base64_string",
            doc = "Text of gzip in base64; empty if that is broken.",
            example = {
                "gzip_decompress_from_base64_string('H4sIAAAAAAAA/wEUAOv/MTIzNDU2Nzg5MHF3ZXJ0eXVpb3A6m7f2FAAAAA==')"
                        + " -> '1234567890qwertyuiop'",
                "gzip_decompress_from_base64_string('x0x0x0') -> ''"
            },
            source = "Kusto Query Language reference, gzip_decompress_from_base64_string()")
    static String gunzip(String base64) {
        return open(base64, GZIPInputStream::new);
    }

    @Scalar(
            kql = "zlib_decompress_from_base64_string",
            doc = "Text of zlib in base64; empty if that is broken.",
            example = "zlib_decompress_from_base64_string('eAEBFADr/zEyMzQ1Njc4OTBxd2VydHl1aW9wOAkGdw==')"
                    + " -> '1234567890qwertyuiop'",
            source = "Kusto Query Language reference, zlib_decompress_from_base64_string()")
    static String inflate(String base64) {
        return open(base64, InflaterInputStream::new);
    }

    private static String open(String base64, Opener opener) {
        try (InputStream input =
                opener.open(new ByteArrayInputStream(Base64.getDecoder().decode(base64)))) {
            byte[] bytes = input.readNBytes(MAX_BYTES + 1);
            return bytes.length > MAX_BYTES ? "" : Base64Text.utf8(bytes);
        } catch (IOException | IllegalArgumentException e) {
            return "";
        }
    }

    @Scalar(
            kql = "gzip_compress_to_base64_string",
            doc = "The text as gzip in base64.",
            example = "gzip_compress_to_base64_string('1234567890qwertyuiop')"
                    + " -> 'H4sIAAAAAAAA/wEUAOv/MTIzNDU2Nzg5MHF3ZXJ0eXVpb3A6m7f2FAAAAA=='",
            source = "Kusto Query Language reference, gzip_compress_to_base64_string()",
            differs = "Texts of 32 bytes and more may be compressed to other bytes than on the service.")
    static String gzip(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer trailer = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        trailer.putInt(checksum(new CRC32(), bytes)).putInt(bytes.length);
        return base64(GZIP_HEADER, bytes, trailer.array());
    }

    @Scalar(
            kql = "zlib_compress_to_base64_string",
            doc = "The text as zlib in base64.",
            example = "zlib_compress_to_base64_string('1234567890qwertyuiop')"
                    + " -> 'eAEBFADr/zEyMzQ1Njc4OTBxd2VydHl1aW9wOAkGdw=='",
            source = "Kusto Query Language reference, zlib_compress_to_base64_string()",
            differs = "Texts of 32 bytes and more may be compressed to other bytes than on the service.")
    static String deflate(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer trailer = ByteBuffer.allocate(4);
        trailer.putInt(checksum(new Adler32(), bytes));
        return base64(ZLIB_HEADER, bytes, trailer.array());
    }

    private static int checksum(Checksum checksum, byte[] bytes) {
        checksum.update(bytes);
        return (int) checksum.getValue();
    }

    private static String base64(byte[] header, byte[] bytes, byte[] trailer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(header);
        int level = bytes.length < COMPRESSED_FROM ? Deflater.NO_COMPRESSION : Deflater.BEST_SPEED;
        Deflater deflater = new Deflater(level, true);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            byte[] buffer = new byte[8192];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
        } finally {
            deflater.end();
        }
        out.writeBytes(trailer);
        return Base64.getEncoder().encodeToString(out.toByteArray());
    }
}
