package io.quarry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarry.data.Platform;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTextTest {
    private static final List<Platform> AQL = List.of(Platform.QRADAR);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                ".help",
                "T;",
                "T\n| count;",
                "T\n",
                "let x = 1; T;",
                "let f = () { T; }; f();",
                "T; // c",
                "print ```a;\n```;",
                "print ';'\n"
            })
    void wholeQueriesAreCarriedOut(String text) {
        assertThat(kql(text).isComplete()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "T",
                "T\n| count",
                "let x = 1;",
                "let x = 1;\n\n",
                "let f = () { T;",
                "let f = () { T\n\n",
                "print ';'",
                "T // ;",
                "set x;",
                "// comment\n\n",
                "print ```a;\n\n"
            })
    void otherTextsGoOn(String text) {
        assertThat(kql(text).isComplete()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT a FROM events;",
                "SELECT a FROM events WHERE b = 'C:\\';",
                "SELECT a FROM events\n",
                "SELECT a INTO c FROM events; SELECT * FROM c;",
                "SELECT a FROM events; -- c"
            })
    void wholeQueriesOfAqlAreCarriedOut(String text) {
        assertThat(TypedText.of(text, AQL).isComplete()).isTrue();
        assertThat(TypedText.of(text, AQL).query()).doesNotMatch("(?s).*;\\s*(--.*)?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT a FROM events",
                "SELECT a FROM events -- ;",
                "SELECT a INTO c FROM events;",
                "SELECT a INTO c FROM events;\n",
                "SELECT (a\n",
                "-- comment\n"
            })
    void otherTextsOfAqlGoOn(String text) {
        assertThat(TypedText.of(text, AQL).isComplete()).isFalse();
    }

    private static TypedText kql(String text) {
        return TypedText.of(text, QueryText.KQL_PLATFORMS);
    }
}
