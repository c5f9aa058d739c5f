package io.quarry.detect.side;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class DownloadTest {
    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void aFileIsFetched() throws IOException {
        String location = answering(exchange -> {
            exchange.sendResponseHeaders(200, 3);
            exchange.getResponseBody().write(new byte[] {1, 2, 3});
            exchange.close();
        });
        assertThat(Download.of(location)).hasBinaryContent(new byte[] {1, 2, 3});
    }

    @Test
    void aServerThatStallsInTheFileIsGivenUp() throws IOException {
        String location = answering(exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write(1);
            exchange.getResponseBody().flush();
            await();
        });
        assertThatThrownBy(() -> Download.of(location, Duration.ofSeconds(1)))
                .isInstanceOf(IOException.class)
                .hasMessage("the server takes longer than 1 s");
    }

    @Test
    void anotherAnswerIsSaid() throws IOException {
        String location = answering(exchange -> {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        assertThatThrownBy(() -> Download.of(location)).hasMessage("the server answers 404");
    }

    private String answering(HttpHandler handler) {
        server.createContext("/", handler);
        return "http://" + server.getAddress().getHostString() + ":"
                + server.getAddress().getPort() + "/a.csv";
    }

    private void await() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
