package io.quarry.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of KQL functions say what the functions do. */
final class ExamplesTest {
    static Stream<String> examples() {
        return Functions.documentation().stream()
                .filter(documentation -> !documentation.kql().isEmpty())
                .flatMap(documentation -> documentation.examples().stream());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void exampleHolds(String example) {
        int arrow = example.lastIndexOf(" -> ");
        ExampleReader.Typed actual = new ExampleReader(example.substring(0, arrow)).read();
        ExampleReader.Typed expected = new ExampleReader(example.substring(arrow + 4)).read();
        assertThat(actual).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("documented")
    void functionHasWords(Documentation documentation) {
        assertThat(documentation.doc()).matches("[A-Z\\-0-9].*\\.");
    }

    static Stream<Documentation> documented() {
        return Stream.concat(Functions.documentation().stream(), Functions.aggregateDocumentation().stream());
    }
}
