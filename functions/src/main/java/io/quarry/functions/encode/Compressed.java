package io.quarry.functions.encode;

import io.quarry.processor.Scalar;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** Compressed text in base64. A text that would grow beyond a megabyte counts as broken. */
final class Compressed {
    private static final int MAX_BYTES = 1 << 20;

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
}
