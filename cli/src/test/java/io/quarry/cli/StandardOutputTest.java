package io.quarry.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StandardOutputTest {
    @Test
    void aReaderThatWentAwayEndsTheWorkOnce() {
        StandardOutput output = new StandardOutput(failing("Broken pipe"));
        PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8);
        assertThatThrownBy(() -> out.println("a")).isInstanceOf(StandardOutput.NotReadException.class);
        out.println("b");
        assertThat(output.failure()).isEmpty();
    }

    @Test
    void otherFailuresAreRemembered() {
        StandardOutput output = new StandardOutput(failing("No space left on device"));
        new PrintStream(output, true, StandardCharsets.UTF_8).println("a");
        assertThat(output.failure()).contains("No space left on device");
    }

    private static OutputStream failing(String why) {
        return new OutputStream() {
            @Override
            public void write(int single) throws IOException {
                throw new IOException(why);
            }
        };
    }
}
