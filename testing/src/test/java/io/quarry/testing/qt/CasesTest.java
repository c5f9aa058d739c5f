package io.quarry.testing.qt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every file below {@code src/test/resources/cases} under every configuration. {@code -Dqt.update=true} rewrites their
 * expectations; {@code -Dqt.only=functions/string} runs the files whose path contains that.
 */
final class CasesTest {
    private static final Path CASES = Path.of("src/test/resources/cases");

    @TestFactory
    Stream<DynamicTest> everyFileHoldsUnderEveryConfiguration() throws IOException {
        String only = System.getProperty("qt.only", "");
        List<Path> files;
        try (Stream<Path> all = Files.walk(CASES)) {
            files = all.filter(path -> path.toString().endsWith(".qt")).sorted().toList();
        }
        return files.stream()
                .filter(path -> name(path).contains(only))
                .map(path -> DynamicTest.dynamicTest(name(path), path.toUri(), () -> run(path)));
    }

    private static String name(Path path) {
        return CASES.relativize(path).toString().replace('\\', '/');
    }

    private static void run(Path path) {
        try {
            QtFile file = QtRunner.read(name(path), Files.readString(path));
            if (Boolean.getBoolean("qt.update")) {
                Files.writeString(path, QtRunner.updated(file));
                return;
            }
            assertThat(String.join("\n", QtRunner.failures(file))).isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
