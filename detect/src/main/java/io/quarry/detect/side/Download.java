package io.quarry.detect.side;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Fetches a file over HTTP. */
final class Download {
    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final Duration ANSWERING = Duration.ofSeconds(60);

    private Download() {}

    /**
     * @throws IOException if it cannot be fetched, in words for people
     */
    static InputStream of(String location) throws IOException {
        return of(location, ANSWERING);
    }

    /** @param answering how long the server may take to the end of the file */
    static InputStream of(String location, Duration answering) throws IOException {
        long end = System.nanoTime() + answering.toNanos();
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(CONNECTING)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(location))
                    .timeout(answering)
                    .build();
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() != 200) {
                    throw new IOException("the server answers " + response.statusCode());
                }
                return new ByteArrayInputStream(bytes(body, end, answering));
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("it is no address", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** The bytes, if they come before the end; closing what is being read makes the reader stop. */
    private static byte[] bytes(InputStream body, long end, Duration answering) throws IOException {
        CompletableFuture<Void> limit = CompletableFuture.runAsync(
                () -> close(body),
                CompletableFuture.delayedExecutor(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS));
        try {
            byte[] bytes = body.readNBytes(Unpacking.MOST_BYTES + 1);
            Unpacking.limit(bytes.length);
            if (limit.cancel(false)) {
                return bytes;
            }
        } catch (IOException e) {
            if (limit.cancel(false)) {
                throw e;
            }
        }
        throw new IOException("the server takes longer than " + answering.toSeconds() + " s");
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
